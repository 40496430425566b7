using GeoGraph.Core;
using GeoGraph.Tariffs;

namespace GeoGraph.UnitTests.Tariffs;

/// <summary>Random rules and bills, close enough to the thresholds that about as many qualify as not. Values are even cents, so that halves stay exact.</summary>
internal sealed class RandomBills(Random random)
{
    private static readonly string[] States = ["AA", "BB", "CC", "DD", "EE"];
    private static readonly string[] Codes = ["8457100010", "8457100090", "8457200000", "8458110000", "8483400000", "8501100000", "7318150000", "8459000000"];
    private static readonly string[] Spans = ["84", "8457", "8457.10", "8458-8459", "8483", "73"];
    private static readonly string[] Kinds = ["steel", "core_parts", ""];
    private static readonly EntityId Club = EntityId.Parse("bloc:club");

    public IReadOnlyList<BlocMembership> Memberships { get; } =
        [new(State("CC"), Club, World.From("2025-01-01", "2025-09-02")), new(State("DD"), Club, World.From("2025-09-02"))];

    public OriginRule Rule() => Bills.Rule([.. Criteria(random.Next(0, 3))]) with
    {
        AnyOf = [.. Enumerable.Range(0, random.Next(0, 3)).Select(_ => Criteria(random.Next(1, 3)))],
        Tolerance = Pick<decimal?>(null, 0.1m, 0.3m),
        ToleranceBase = (OriginValue)random.Next(4),
        RegionIds = Pick<EntityId[]>([], [], [State("AA"), State("BB")], [State("AA"), Club]),
        CumulationIds = Pick<EntityId[]>([], [State("EE")], [Club]),
        FullCumulation = random.Next(4) == 0,
    };

    public OriginBill Bill()
    {
        // One input of each kind at least, so that nothing stays open.
        var materials = Enumerable.Range(0, random.Next(3, 9)).Select(i => Material(Kinds[i % 3])).ToArray();
        var sum = materials.Sum(material => material.Value);
        var isOwn = random.Next(20) == 0;
        return new OriginBill
        {
            Code = Codes[random.Next(3)],
            MadeIn = State(Pick("AA", "AA", "BB", "CC", "DD")),
            On = World.Day(Pick("2025-09-01", "2025-09-02")),
            Materials = isOwn ? [] : materials,
            TransactionValue = sum + Cents(1, 8000),
            FobValue = sum + Cents(1, 8000),
            ExWorksPrice = sum + Cents(1, 8000),
            NetCost = sum + Cents(1, 8000),
            LabourValue = Cents(0, 8000),
            WhollyObtained = isOwn,
        };
    }

    private BillMaterial Material(string kind)
    {
        var value = Cents(2, 4000);
        return new BillMaterial
        {
            Value = value,
            Code = Pick(Codes),
            Origin = random.Next(10) == 0 ? null : State(Pick(States)),
            Kind = kind,
            WhollyObtained = random.Next(3) > 0,
            RegionalValue = Math.Floor(value * 100m / random.Next(1, 5)) / 100m,
        };
    }

    private OriginCriterion[] Criteria(int count) => [.. Enumerable.Range(0, count).Select(_ => Criterion())];

    private OriginCriterion Criterion()
    {
        var kind = Pick(OriginCriterionKind.RegionalValue, OriginCriterionKind.RegionalValue, OriginCriterionKind.TariffShift, OriginCriterionKind.TariffShift,
            OriginCriterionKind.LabourValue, OriginCriterionKind.Material, OriginCriterionKind.WhollyObtained);
        var formula = kind switch
        {
            OriginCriterionKind.RegionalValue => (OriginFormula)random.Next(7),
            OriginCriterionKind.LabourValue => Pick(OriginFormula.NetCost, OriginFormula.Fob, OriginFormula.ExWorks),
            _ => OriginFormula.BuildDown,
        };
        var isShift = kind == OriginCriterionKind.TariffShift;
        return new OriginCriterion
        {
            Kind = kind,
            Threshold = isShift || kind == OriginCriterionKind.WhollyObtained ? 0m : random.Next(5, 70) / 100m,
            Formula = formula,
            ShiftDigits = isShift ? Pick(2, 4, 6) : 0,
            Material = kind == OriginCriterionKind.Material ? Pick("steel", "core_parts") : "",
            Except = isShift && random.Next(3) == 0 ? Bills.Spans(Pick(Spans)) : [],
            Allowed = isShift && random.Next(3) == 0 ? Bills.Spans(Pick(Spans)) : [],
            Counted = formula == OriginFormula.FocusedValue ? Bills.Spans(Pick(Spans)) : [],
            RoundPercentPlaces = Pick<int?>(null, null, 0, 1),
        };
    }

    private decimal Cents(int least, int most) => random.Next(least, most) / 50m;

    private T Pick<T>(params T[] values) => values[random.Next(values.Length)];

    private static EntityId State(string name) => EntityId.Parse("state:" + name);
}
