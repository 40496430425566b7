using Google.Protobuf;

namespace GeoGraph.Hosting.Clients;

/// <summary>Whether a call may be repeated.</summary>
internal enum CallKind
{
    /// <summary>Changes nothing: may be repeated and hedged.</summary>
    Read,

    /// <summary>Changes something once, however often it is sent: may be repeated.</summary>
    IdempotentWrite,

    /// <summary>Might change something twice: is sent once.</summary>
    Write,
}

/// <summary>Tells the kinds apart by the contracts' own rule: the request of every write has a <c>request_id</c>, and no read's has.</summary>
internal static class CallKinds
{
    public static CallKind Of(object request)
    {
        if (request is not IMessage message)
            return CallKind.Write;
        if (message.Descriptor.FindFieldByName("request_id") is not { } field)
            return CallKind.Read;
        return field.Accessor.GetValue(message) is string { Length: > 0 } ? CallKind.IdempotentWrite : CallKind.Write;
    }
}
