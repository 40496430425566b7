using System.Globalization;
using Google.Rpc;
using Grpc.Core;

namespace GeoGraph.Cli.Output;

/// <summary>Why a service refused, for a person: the reason, every violation, and when to try again.</summary>
internal static class Refusal
{
    /// <summary>The lines to write; never a stack trace.</summary>
    public static IEnumerable<string> Lines(RpcException refused) => Lines(refused, field => field);

    /// <summary>The lines to write, with fields named as <paramref name="nameField"/> names them.</summary>
    public static IEnumerable<string> Lines(RpcException refused, Func<string, string> nameField)
    {
        var status = refused.GetRpcStatus(ignoreParseError: true);
        var info = status?.GetDetail<ErrorInfo>();
        yield return $"refused: {Message(refused, status)} ({info?.Reason ?? refused.StatusCode.ToString()})";
        foreach (var violation in status?.GetDetail<BadRequest>()?.FieldViolations ?? [])
        {
            // The message of a single violation is the violation; its field is told again only where it has a place in a file.
            if (status!.Message == $"{violation.Field}: {violation.Description}" && nameField(violation.Field) == violation.Field)
                continue;
            yield return $"  {nameField(violation.Field)}: {violation.Description}";
        }
        if (Left(info) is > 0 and var left)
            yield return $"  and {left} more";
        foreach (var violation in status?.GetDetail<PreconditionFailure>()?.Violations.Where(v => v.Description != status.Message) ?? [])
            yield return $"  {violation.Type} {violation.Subject}: {violation.Description}";
        if (status?.GetDetail<RetryInfo>()?.RetryDelay is { } delay)
            yield return $"  try again after {delay.ToTimeSpan().TotalSeconds:0.##} s";
    }

    private static string Message(RpcException refused, Google.Rpc.Status? status) =>
        status?.Message is { Length: > 0 } message ? message : refused.Status.Detail;

    private static int Left(ErrorInfo? info) =>
        info is not null && info.Metadata.TryGetValue("listed", out var listed) && info.Metadata.TryGetValue("violations", out var all)
            ? int.Parse(all, CultureInfo.InvariantCulture) - int.Parse(listed, CultureInfo.InvariantCulture)
            : 0;
}
