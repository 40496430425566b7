using System.Globalization;
using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Tracing;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Mapping;

/// <summary>Says in sentences what the data does not state of the inputs that an answer rests on.</summary>
internal static class UnknownMapping
{
    private const int MostSentences = 100;

    /// <summary>A sentence for every input group upstream whose shares are unknown in part, in order of buyer and group.</summary>
    public static IReadOnlyList<string> Upstream(OpenedQuestion question, IReadOnlyList<int> roots)
    {
        var cone = ConeBuilder.Build(question.View, roots, question.Limits, GroupSplit.EachWhole, question.CancellationToken);
        return Sentences(question.View, cone.Roots.Concat(cone.Nodes.SelectMany(node => node.Groups)).Select(group => group.Group));
    }

    /// <summary>A sentence for each of the groups whose shares are unknown in part.</summary>
    public static IReadOnlyList<string> Sentences(GraphView view, IEnumerable<int> groups)
    {
        var sentences = groups.Distinct().Order().Select(group => Sentence(view, view.Shares(group))).OfType<string>().ToList();
        return sentences.Count <= MostSentences ? sentences
            : [.. sentences.Take(MostSentences), string.Create(CultureInfo.InvariantCulture, $"The same holds of {sentences.Count - MostSentences} further input groups.")];
    }

    private static string? Sentence(GraphView view, GroupShares shares)
    {
        if (shares.Unknown == 0m)
            return null;
        var group = $"input group {view.Graph.Groups.Name(shares.Group)} of {view.Graph.NodeId(view.Graph.Groups.Buyer(shares.Group))}";
        if (shares.LeftOut > 0)
            return string.Create(CultureInfo.InvariantCulture, $"{shares.LeftOut} flows into {group} are below the wanted confidence, so {Part(shares.Unknown)} of it is unknown.");
        return shares.Basis == ShareBasis.None
            ? $"No source states how {group} is split among its suppliers."
            : $"No source states where {Part(shares.Unknown)} of {group} comes from.";
    }

    private static string Part(decimal share) => share == 1m ? "all" : DecimalText.Print(ShareRange.Round(share));
}
