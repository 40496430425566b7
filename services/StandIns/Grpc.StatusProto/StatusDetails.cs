using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Google.Rpc;

/// <summary>Unpacks the details of a rich status. Newer versions of Google.Api.CommonProtos have these as members of the status.</summary>
public static class StatusDetails
{
    /// <summary>The first detail of a type, or null if there is none.</summary>
    public static T? GetDetail<T>(this Status status)
        where T : class, IMessage<T>, new()
    {
        ArgumentNullException.ThrowIfNull(status);
        foreach (var detail in status.Details)
        {
            if (detail.TryUnpack<T>(out var unpacked))
                return unpacked;
        }

        return null;
    }

    /// <summary>Every detail of a standard type, in order; others are left out.</summary>
    public static IEnumerable<IMessage> UnpackDetailMessages(this Status status) =>
        status.UnpackDetailMessages(TypeRegistry.FromFiles(ErrorDetailsReflection.Descriptor));

    /// <summary>Every detail whose type is in the registry, in order; others are left out.</summary>
    public static IEnumerable<IMessage> UnpackDetailMessages(this Status status, TypeRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(status);
        ArgumentNullException.ThrowIfNull(registry);
        return status.Details.Select(detail => detail.Unpack(registry)).OfType<IMessage>();
    }
}
