using System.Globalization;
using GeoGraph.Core;
using static GeoGraph.Agreements.RecordRules;

namespace GeoGraph.Agreements;

/// <summary>What must hold of a tariff schedule and of its headings.</summary>
internal static class TariffScheduleRules
{
    private const string IdRule = "the id ends with the heading's code, as tariff-heading:us-8457";

    /// <summary>Notes every violation of a schedule.</summary>
    public static void Check(TariffSchedule schedule, string at, Violations violations)
    {
        Require(schedule.Title.Length > 0, $"{at}.title", "", "a schedule has a title", violations);
        Require(schedule.Revisions.Count > 0, $"{at}.revisions", "", "a schedule has at least one revision", violations);
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < schedule.Revisions.Count; i++)
        {
            var revision = schedule.Revisions[i];
            Require(revision.Name.Length > 0 && names.Add(revision.Name), $"{at}.revisions[{i}].name", revision.Name, "a revision has a name of its own", violations);
            Require(i == 0 || revision.EffectiveFrom > schedule.Revisions[i - 1].EffectiveFrom,
                $"{at}.revisions[{i}].effective_from", Iso(revision.EffectiveFrom), "revisions are on growing dates", violations);
            Require(revision.Rows >= 0, $"{at}.revisions[{i}].rows", Text(revision.Rows), "a count is not negative", violations);
        }
    }

    /// <summary>Notes every violation of a heading.</summary>
    public static void Check(TariffHeading heading, string at, Violations violations)
    {
        Require(heading.Code.Length is 0 or 4, $"{at}.code", heading.Code.ToString(), "a heading has four digits", violations);
        Require(heading.Lines.Count > 0, $"{at}.lines", "", "a heading has at least one row", violations);
        if (heading.Code.Length == 4)
            Require(heading.Id.Value.EndsWith("-" + heading.Code.Digits, StringComparison.Ordinal), $"{at}.id", heading.Id.Value, IdRule, violations);
        var earlier = new Dictionary<HsCode, List<ValidPeriod>>();
        for (var i = 0; i < heading.Lines.Count; i++)
            CheckLine(heading, heading.Lines[i], earlier, $"{at}.lines[{i}]", violations);
    }

    private static void CheckLine(TariffHeading heading, TariffLine line, Dictionary<HsCode, List<ValidPeriod>> earlier, string at, Violations violations)
    {
        // A code that does not read is already told.
        if (line.Code.Length > 0 && heading.Code.Length == 4)
            Require(heading.Code.Covers(line.Code), $"{at}.code", line.Code.ToString(), "a row's code lies beneath its heading", violations);
        Require(line.Indent >= 0, $"{at}.indent", Text(line.Indent), "an indent is not negative", violations);
        if (!earlier.TryGetValue(line.Code, out var periods))
            earlier[line.Code] = periods = [];
        Require(line.Code.Length == 0 || !periods.Any(line.Valid.Overlaps), $"{at}.valid", $"{Iso(line.Valid.From)} to {Iso(line.Valid.To)}",
            "one code has one row at a time", violations);
        periods.Add(line.Valid);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
