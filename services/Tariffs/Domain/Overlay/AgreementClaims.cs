using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>
/// What entries state to have the benefit of an agreement: the letters of its rules of origin and of the preferences that rest on it, and the origin
/// statements that preferences for these letters alone read, as <c>usmca_originating</c>.
/// </summary>
internal sealed class AgreementClaims
{
    private readonly HashSet<string> _programs;
    private readonly HashSet<string> _statements;

    private AgreementClaims(HashSet<string> programs, HashSet<string> statements) => (_programs, _statements) = (programs, statements);

    /// <summary>True where nothing in the law is claimed under the agreement.</summary>
    public bool None => _programs.Count + _statements.Count == 0;

    /// <summary>The claims under an agreement.</summary>
    public static AgreementClaims Of(CompiledSchedule schedule, EntityId agreement)
    {
        var preferences = schedule.Measures.Select(compiled => compiled.Measure).Where(measure => measure.Type == MeasureType.TariffPreference && measure.Conditions.Count > 0).ToList();
        var programs = schedule.OriginRules.All.Where(rule => rule.AgreementId == agreement).SelectMany(rule => rule.Programs)
            .Concat(preferences.Where(measure => measure.LegalBasisId == agreement.Value).SelectMany(PreferenceClaims.Programs))
            .ToHashSet(StringComparer.Ordinal);
        var statements = preferences.Where(measure => measure.LegalBasisId == agreement.Value || IsClaimedBy(measure, programs))
            .SelectMany(PreferenceClaims.Statements).ToHashSet(StringComparer.Ordinal);
        return new AgreementClaims(programs, statements);
    }

    /// <summary>True where a test is about what is claimed under the agreement, at least in part.</summary>
    public bool Concern(FactTest test) =>
        _statements.Contains(test.Fact) || (test.Fact == FactNames.SpecialProgram && Values(test).Any(_programs.Contains));

    /// <summary>What is left of a test that is met by a claim once nothing can be claimed under the agreement; null where nothing is.</summary>
    public FactTest? LeftOf(FactTest test)
    {
        if (_statements.Contains(test.Fact))
            return null;
        var left = Values(test).Where(value => !_programs.Contains(value)).ToArray();
        return left.Length == 0 ? null : test with { Value = string.Join(',', left) };
    }

    private static bool IsClaimedBy(Measure measure, HashSet<string> programs)
    {
        var letters = PreferenceClaims.Programs(measure).ToList();
        return letters.Count > 0 && letters.TrueForAll(programs.Contains);
    }

    private static string[] Values(FactTest test) => test.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
