using System.Globalization;
using GeoGraph.Contracts.Common.V1;

namespace GeoGraph.Cli.Import.Hts;

/// <summary>The publications that records of the schedule rest on.</summary>
/// <param name="revisions">The revisions at hand, oldest first.</param>
internal sealed class HtsSources(IReadOnlyList<(string Name, DateOnly From, int Rows)> revisions)
{
    /// <summary>The schedule's name.</summary>
    public const string Title = "Harmonized Tariff Schedule of the United States";

    /// <summary>Evidence of the newest revision in which something stood.</summary>
    /// <param name="until">The first day on which it stood no more; null where it still does.</param>
    public Evidence On(DateOnly? until)
    {
        var newest = revisions.Last(revision => until is not { } end || revision.From < end);
        return new Evidence { Sources = { Of($"HTS {Words(newest.Name)}", "hts:" + newest.Name) }, Confidence = Confidence.Verified };
    }

    /// <summary>A part of the schedule that revisions seldom change, as general note 11, or an act.</summary>
    public static Source Of(string basis) => basis.StartsWith("General note", StringComparison.Ordinal)
        ? Of("HTS " + basis.ToLower(CultureInfo.InvariantCulture), "hts:" + basis.ToLower(CultureInfo.InvariantCulture).Replace(' ', '-'))
        : new Source { Citation = basis };

    private static Source Of(string citation, string id) => new()
    {
        Id = id,
        Title = Title,
        Publisher = "United States International Trade Commission",
        Citation = citation,
        Url = "https://hts.usitc.gov",
    };

    // 2026-rev-10 is "2026 rev. 10", 2026-basic is "2026 basic edition".
    private static string Words(string name) => name.EndsWith("-basic", StringComparison.Ordinal)
        ? name.Replace("-basic", " basic edition", StringComparison.Ordinal)
        : name.Replace("-rev-", " rev. ", StringComparison.Ordinal);
}
