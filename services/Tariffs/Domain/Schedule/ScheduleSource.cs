namespace GeoGraph.Tariffs;

/// <summary>What a schedule is compiled from; the order within each list has no meaning.</summary>
internal sealed record ScheduleSource
{
    /// <summary>The measures of all importers.</summary>
    public IReadOnlyList<Measure> Measures { get; init; } = [];

    /// <summary>The lists that measures refer to.</summary>
    public IReadOnlyList<GoodsList> GoodsLists { get; init; } = [];

    /// <summary>How measures meet.</summary>
    public IReadOnlyList<StackingRule> StackingRules { get; init; } = [];

    /// <summary>Which states are of which blocs.</summary>
    public IReadOnlyList<BlocMembership> Memberships { get; init; } = [];

    /// <summary>The states that there are.</summary>
    public IReadOnlyList<KnownState> States { get; init; } = [];

    /// <summary>Customs exchange rates.</summary>
    public IReadOnlyList<ExchangeRate> ExchangeRates { get; init; } = [];

    /// <summary>What qualifies goods for preferences.</summary>
    public IReadOnlyList<OriginRule> OriginRules { get; init; } = [];

    /// <summary>Volumes that enter at other rates.</summary>
    public IReadOnlyList<Quota> Quotas { get; init; } = [];

    /// <summary>The goods codes of importers, compiled apart from the law as they change far less often.</summary>
    public NomenclatureTable Nomenclatures { get; init; } = NomenclatureTable.None;
}
