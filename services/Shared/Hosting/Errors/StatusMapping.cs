using System.Globalization;
using GeoGraph.Core;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Status = Google.Rpc.Status;

namespace GeoGraph.Hosting.Errors;

/// <summary>The one place where an error becomes a <c>google.rpc.Status</c> with ErrorInfo and the fitting detail.</summary>
/// <remarks>
/// The status travels in a trailer beside the message, and clients commonly refuse trailers beyond 8 KiB. So the message is cut and
/// violations that do not fit are counted and not listed: <c>violations</c> in the metadata is their whole number, <c>listed</c> how many follow.
/// </remarks>
public static class StatusMapping
{
    /// <summary>The domain of every ErrorInfo.</summary>
    public const string Domain = "geograph";

    private const int MaxStatusBytes = 4500;
    private const int MaxMessageBytes = 900;
    private const int MaxMetadataValueLength = 300;

    /// <summary>The error as a failed call with its rich status.</summary>
    public static RpcException ToRpcException(this GeoGraphException error) => ToStatus(error).ToRpcException();

    /// <summary>The error as a rich status.</summary>
    public static Status ToStatus(GeoGraphException error)
    {
        var mapping = ReasonMapping.Of(error.Reason);
        var status = new Status { Code = (int)mapping.Code, Message = Cut(error.Message) };
        var info = new ErrorInfo { Reason = mapping.WireName, Domain = Domain };
        foreach (var (key, value) in error.Metadata)
            info.Metadata[key] = Short(value);
        var request = error.Violations.Count > 0 ? BadRequestOf(error.Violations, info) : null;
        status.Details.Add(Any.Pack(info));
        if (request is not null)
            status.Details.Add(Any.Pack(request));
        if (ResourceOf(mapping, error) is { } resource)
            status.Details.Add(Any.Pack(resource));
        if (mapping.Code == StatusCode.FailedPrecondition)
            status.Details.Add(Any.Pack(PreconditionOf(mapping, error)));
        if (mapping.RetryAfter is { } delay)
            status.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(delay) }));
        return status;
    }

    private static BadRequest BadRequestOf(IReadOnlyList<FieldViolation> violations, ErrorInfo info)
    {
        var request = new BadRequest();
        var bytes = info.CalculateSize();
        foreach (var violation in violations)
        {
            var next = new BadRequest.Types.FieldViolation
            {
                Field = Short(violation.Field),
                Description = $"'{violation.Value}' is refused: {violation.Rule}",
            };
            bytes += next.CalculateSize() + 4;
            if (bytes > MaxStatusBytes - MaxMessageBytes && request.FieldViolations.Count > 0)
                break;
            request.FieldViolations.Add(next);
        }
        info.Metadata["violations"] = violations.Count.ToString(CultureInfo.InvariantCulture);
        if (request.FieldViolations.Count < violations.Count)
            info.Metadata["listed"] = request.FieldViolations.Count.ToString(CultureInfo.InvariantCulture);
        return request;
    }

    private static ResourceInfo? ResourceOf(ReasonMapping mapping, GeoGraphException error) =>
        mapping.Code is not (StatusCode.NotFound or StatusCode.AlreadyExists) ? null : new ResourceInfo
        {
            ResourceType = error.Metadata.GetValueOrDefault("resource_type", "entity"),
            ResourceName = Short(error.Metadata.GetValueOrDefault("resource_name", "")),
            Description = Cut(error.Message),
        };

    // The type is the rule where the error names one, else the reason; the subject is the first thing that the metadata names.
    private static PreconditionFailure PreconditionOf(ReasonMapping mapping, GeoGraphException error) => new()
    {
        Violations =
        {
            new PreconditionFailure.Types.Violation
            {
                Type = error.Metadata.GetValueOrDefault("rule", mapping.WireName),
                Subject = Short(error.Metadata.GetValueOrDefault("resource_name") ?? error.Metadata.FirstOrDefault(entry => entry.Key != "rule").Value ?? ""),
                Description = Cut(error.Message),
            },
        },
    };

    // What a request names, as the unit of a quantity, can be of any length.
    private static string Short(string value) => value.Length <= MaxMetadataValueLength ? value : value[..MaxMetadataValueLength] + "…";

    // Status messages travel percent-encoded: what is not plain ASCII takes three characters a byte.
    private static string Cut(string message)
    {
        var bytes = 0;
        for (var i = 0; i < message.Length; i++)
        {
            bytes += message[i] is >= ' ' and <= '~' and not '%' ? 1 : 9;
            if (bytes > MaxMessageBytes)
                return message[..(char.IsHighSurrogate(message[i - 1]) ? i - 1 : i)] + "…";
        }
        return message;
    }
}
