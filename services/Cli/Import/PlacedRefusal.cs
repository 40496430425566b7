using System.Globalization;
using System.Text.RegularExpressions;
using GeoGraph.Cli.Output;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;

namespace GeoGraph.Cli.Import;

/// <summary>Why a service refused an import, said by place in the files: a violation of change 12 is one of the line that it was read from.</summary>
internal static partial class PlacedRefusal
{
    /// <summary>The lines to write.</summary>
    public static IEnumerable<string> Lines<T>(RpcException refused, IReadOnlyList<PlacedChange<T>> changes)
        where T : IMessage
    {
        var status = refused.GetRpcStatus(ignoreParseError: true);
        foreach (var line in Refusal.Lines(refused, field => OfField(field, changes) is { } place ? $"{place}: {field}" : field))
            yield return line;
        var named = Named(status).ToHashSet();
        if (named.Count == 0)
            yield break;
        foreach (var change in changes.Where(change => named.Contains(change.Id)))
            yield return $"{change.PlaceOf("")}: {(change.Path.Length > 0 ? change.Path + ": " : "")}\"{change.Id}\" is meant";
    }

    private static Place? OfField<T>(string field, IReadOnlyList<PlacedChange<T>> changes)
        where T : IMessage
    {
        var match = ChangePath().Match(field);
        if (!match.Success || !int.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number >= changes.Count)
            return null;
        return changes[number].PlaceOf(match.Groups["rest"].Value);
    }

    // Errors about one thing name it in the metadata (the relation that dangles, the resource that is absent).
    private static IEnumerable<string> Named(Google.Rpc.Status? status) => status?.GetDetail<ErrorInfo>()?.Metadata.Values ?? Enumerable.Empty<string>();

    // changes[12].record.measure.goods.include[0]: the item's own path begins after the wrappers.
    [GeneratedRegex(@"^changes\[(?<number>\d+)\](\.(record\.(agreement|negotiation|event|claim|measure|stacking_rule|quota|origin_rule|exchange_rate|goods_list|tariff_schedule|tariff_heading)|actor|relation|merge|record)(?=\.|\[|$))?(?<rest>.*)$")]
    private static partial Regex ChangePath();
}
