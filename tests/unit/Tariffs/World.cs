using GeoGraph.Core;
using GeoGraph.Tariffs;

namespace GeoGraph.UnitTests.Tariffs;

/// <summary>Short ways to write measures and entries down.</summary>
internal static class World
{
    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);

    public static ValidPeriod From(string from, string? to = null) => new(Day(from), to is null ? null : Day(to));

    public static Measure Mfn(string duty, string code = "8457.10", string id = "measure:mfn") => new()
    {
        Id = EntityId.Parse(id),
        Title = "MFN " + duty,
        ImposedById = EntityId.Parse("state:US"),
        Type = MeasureType.ThirdCountryDuty,
        Authority = "us-column-1",
        Goods = GoodsScope.Of(code),
        Duty = duty,
    };

    public static Measure Extra(string name, string duty, string authority) => new()
    {
        Id = EntityId.Parse("measure:" + name),
        Title = name,
        ImposedById = EntityId.Parse("state:US"),
        Type = MeasureType.AdditionalDuty,
        Authority = authority,
        Duty = duty,
    };

    public static StackingRule Rule(string name, StackingKind kind, string first, string second, int order = 0) => new()
    {
        Id = EntityId.Parse("stacking-rule:" + name.Replace(" ", "-", StringComparison.Ordinal)),
        Title = name,
        ImposedById = EntityId.Parse("state:US"),
        Kind = kind,
        First = first.Split(','),
        Second = second.Length == 0 ? [] : second.Split(','),
        Order = order,
    };

    public static Entry Entry(decimal value = 1000m, string date = "2025-09-01", string code = "8457.10.00", string origin = "state:TW", params (string, string)[] facts) => new()
    {
        Importer = EntityId.Parse("state:US"),
        Origin = EntityId.Parse(origin),
        Code = code,
        CustomsValue = value,
        EntryDate = Day(date),
        Facts = facts.ToDictionary(fact => fact.Item1, fact => fact.Item2),
    };

    public static CompiledSchedule Compile(IEnumerable<Measure> measures, params StackingRule[] rules) =>
        ScheduleCompiler.Compile(new ScheduleSource { Measures = [.. measures], StackingRules = rules });

    public static DutyAnswer Price(Entry entry, IEnumerable<Measure> measures, params StackingRule[] rules) =>
        new DutyCalculator(Compile(measures, rules)).Calculate(entry, DutyQuestion.Settled);

    public static string Lines(this DutyAnswer answer) =>
        string.Join("; ", answer.Lines.Select(line => FormattableString.Invariant($"{line.Measure.Id.Name} {line.RatePercent:0.####}% of {line.Base:0.##} = {line.Amount:0.00}")));
}
