using System.Collections.Frozen;
using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>A stacking rule that is left out, and why.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Reason">Why, in a sentence.</param>
internal sealed record RefusedRule(StackingRule Rule, string Reason);

/// <summary>
/// The law as pricing reads it: immutable, so any number of questions read it at once. Made by <see cref="ScheduleCompiler"/>;
/// the order in which the data arrived leaves no trace.
/// </summary>
internal sealed record CompiledSchedule
{
    /// <summary>All measures, in ordinal order of id.</summary>
    public required CompiledMeasure[] Measures { get; init; }

    /// <summary>The codes of each goods list, by number.</summary>
    public required DatedSpans[] Lists { get; init; }

    /// <summary>The numbers of goods lists, by id.</summary>
    public required ListNumbers ListNumbers { get; init; }

    /// <summary>The measures by their goods.</summary>
    public required GoodsIndex Index { get; init; }

    /// <summary>The stacking rules of each state or bloc, in the order in which they are applied.</summary>
    public required FrozenDictionary<EntityId, StackingRule[]> Rules { get; init; }

    /// <summary>The stacking rules left out.</summary>
    public required IReadOnlyList<RefusedRule> RefusedRules { get; init; }

    /// <summary>Which states are of which blocs.</summary>
    public required MembershipTable Memberships { get; init; }

    /// <summary>The states that there are, in order of id.</summary>
    public required IReadOnlyList<KnownState> States { get; init; }

    /// <summary>Customs exchange rates.</summary>
    public required ExchangeTable Exchange { get; init; }

    /// <summary>Rules of origin by goods and date.</summary>
    public required OriginRuleTable OriginRules { get; init; }

    /// <summary>Quotas by the measures that apply within them.</summary>
    public required QuotaTable Quotas { get; init; }

    /// <summary>The quotas as given, those that cannot be used among them.</summary>
    public required IReadOnlyList<Quota> QuotaSource { get; init; }

    /// <summary>What the tests of conditions compare each fact as.</summary>
    public required FrozenDictionary<string, FactKind> FactKinds { get; init; }

    /// <summary>The goods codes of importers.</summary>
    public required NomenclatureTable Nomenclatures { get; init; }

    /// <summary>The tariff headings that measures carry.</summary>
    public required FrozenSet<string> Headings { get; init; }

    /// <summary>What was wrong with the data.</summary>
    public required CompileReport Report { get; init; }

    /// <summary>What a question ends of the agreements that measures carry out; null where it ends none.</summary>
    public EndedDeals? EndedDeals { get; init; }

    /// <summary>What was found out about entries of one kind before. Answers do not depend on it.</summary>
    public SliceCache Slices { get; init; } = new();

    /// <summary>Adds the measures that a state or bloc imposes and that may cover a code, each once, in no stated order.</summary>
    public void FindMeasures(EntityId imposer, string digits, List<CompiledMeasure> found) => Index.Find(imposer, CodeSpan.OfPrefix(digits), found);

    /// <summary>How much of a code a list covers on a date, as known.</summary>
    public Coverage ListCovers(int list, CodeSpan code, DateOnly asOf, DateOnly? knownAt, out long width) =>
        Lists[list].Of(code, asOf, knownAt, out width);
}
