using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Google.Rpc;

/// <content>Unpacks the details of a rich status.</content>
public sealed partial class Status
{
    private static readonly TypeRegistry StandardDetails = TypeRegistry.FromFiles(ErrorDetailsReflection.Descriptor);

    /// <summary>The first detail of a type, or null if there is none.</summary>
    public T? GetDetail<T>()
        where T : class, IMessage<T>, new()
    {
        foreach (var detail in Details)
        {
            if (detail.TryUnpack<T>(out var unpacked))
                return unpacked;
        }

        return null;
    }

    /// <summary>Every detail of a standard type, in order; others are left out.</summary>
    public IEnumerable<IMessage> UnpackDetailMessages() => UnpackDetailMessages(StandardDetails);

    /// <summary>Every detail whose type is in the registry, in order; others are left out.</summary>
    public IEnumerable<IMessage> UnpackDetailMessages(TypeRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        return Details.Select(detail => detail.Unpack(registry)).OfType<IMessage>();
    }
}
