using GeoGraph.Core;
using GeoGraph.Tariffs;

namespace GeoGraph.UnitTests.Tariffs;

/// <summary>Small worlds of measures, lists, rules, blocs and entries, dense enough that everything meets everything.</summary>
internal sealed class RandomWorld(Random random)
{
    private static readonly string[] Authorities = ["a", "b", "c", "d"];
    private static readonly string[] Codes = ["01", "0101", "0101.21", "0101.21.30", "0101.21-0101.29", "0102", "0101.29.10.05", "01-02"];
    private static readonly string[] Entries = ["0101.21.30.15", "0101.29.10.05", "0102.11.05.10", "0101.90.25.15"];
    private static readonly EntityId Us = EntityId.Parse("state:US");
    private static readonly EntityId Union = EntityId.Parse("bloc:customs-union");
    private static readonly EntityId[] Origins = [EntityId.Parse("state:AA"), EntityId.Parse("state:BB"), EntityId.Parse("bloc:club")];

    public ScheduleSource Source() => new()
    {
        Measures = [Base(), .. Enumerable.Range(0, random.Next(4, 16)).Select(Measure)],
        GoodsLists = [List("goods-list:x"), List("goods-list:y")],
        StackingRules = [.. Enumerable.Range(0, random.Next(0, 7)).Select(Rule)],
        Memberships = [new(Origins[0], Origins[2], Period()), new(Us, Union, Period())],
    };

    public Entry Entry(bool allStated) => new()
    {
        Importer = Us,
        Origin = Origins[random.Next(2)],
        Code = Entries[random.Next(Entries.Length)],
        CustomsValue = random.Next(1, 200_000) / 100m,
        EntryDate = Day(),
        Quantities = random.Next(5) == 0 ? new Dictionary<string, decimal> { ["t"] = random.Next(0, 500) / 10_000m } : new Dictionary<string, decimal> { ["kg"] = random.Next(0, 500) / 10m },
        Facts = Facts(allStated),
    };

    public DutyQuestion Question() => new(
        random.Next(2) == 0 ? null : Day(), (DutyClock)random.Next(4), random.Next(3) == 0 ? ["s"] : null);

    private Dictionary<string, string> Facts(bool allStated)
    {
        var facts = new Dictionary<string, string>();
        void Add(string name, string value)
        {
            if (allStated || random.Next(2) == 0)
                facts[name] = value;
        }
        Add("usmca_originating", random.Next(2) == 0 ? "true" : "false");
        Add("metal_weight_share", $"0.{random.Next(0, 6)}");
        Add("end_use", Pick("repair", "resale", "lab"));
        Add("us_content_share", $"0.{random.Next(0, 10)}");
        return facts;
    }

    /// <summary>Content values that fit the customs value, sometimes left out; none where the share of metal is 0 or not stated.</summary>
    public Entry WithContents(Entry entry)
    {
        var facts = new Dictionary<string, string>(entry.Facts);
        var share = random.Next(0, 100);
        if (facts.GetValueOrDefault("metal_weight_share", "0.0") == "0.0")
            return entry;
        if (random.Next(3) > 0)
            facts["content_value.steel"] = DecimalText.Print(Math.Floor(entry.CustomsValue * share) / 100m);
        if (random.Next(3) > 0 && facts.ContainsKey("content_value.steel"))
            facts["content_value.copper"] = DecimalText.Print(Math.Floor(entry.CustomsValue * random.Next(0, 100 - share)) / 100m);
        return entry with { Facts = facts };
    }

    private Measure Base() => World.Mfn(Pick("Free", "2.5%", "20%", "7¢/kg"), "01") with { Goods = GoodsScope.Of("01", "02") };

    private Measure Measure(int number)
    {
        var type = Pick(MeasureType.ThirdCountryDuty, MeasureType.PenalDuty, MeasureType.TariffPreference, MeasureType.Suspension, MeasureType.AdditionalDuty,
            MeasureType.AdditionalDuty, MeasureType.AdditionalDuty, MeasureType.AdditionalDuty, MeasureType.AdditionalDuty, MeasureType.AdditionalDuty, MeasureType.AdditionalDuty);
        type = random.Next(80) == 0 ? MeasureType.Prohibition : type;
        var isAdditional = type == MeasureType.AdditionalDuty;
        return new Measure
        {
            Id = EntityId.Parse("measure:m" + number),
            Title = "m" + number,
            ImposedById = random.Next(4) == 0 ? Union : Us,
            Type = type,
            Authority = type == MeasureType.ThirdCountryDuty ? "us-column-1" : isAdditional ? Pick(Authorities) : "o" + type,
            Heading = Pick("h1", "h2", ""),
            Goods = Goods(),
            Origins = random.Next(2) == 0 ? OriginScope.All : new([Pick(Origins)], random.Next(3) == 0 ? [Pick(Origins)] : []),
            Duty = Duty(type),
            Base = isAdditional ? Pick(DutyBase.Unspecified, DutyBase.Unspecified, DutyBase.OnContent("steel"), DutyBase.OnContent("copper"), new(DutyBaseKind.FullValue, ""), new(DutyBaseKind.ValueLessShare, "us_content_share"))
                : type == MeasureType.Tax ? new DutyBase(DutyBaseKind.DutyInclusive, "") : DutyBase.Unspecified,
            Conditions = [.. Enumerable.Range(0, Math.Max(0, random.Next(-2, 3))).Select(_ => new Condition([.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Test())], "reason"))],
            Effective = Period(),
            Collected = random.Next(3) == 0 ? Period() : null,
            Known = random.Next(5) == 0 ? Period() : null,
            AnnouncedOn = random.Next(2) == 0 ? Day() : null,
            PublishedOn = random.Next(2) == 0 ? Day() : null,
            Status = random.Next(6) == 0 ? MeasureStatus.Agreed : MeasureStatus.Law,
            ScenarioIds = random.Next(3) == 0 ? ["s"] : [],
            VoidInScenarioIds = random.Next(5) == 0 ? ["s"] : [],
            Precedence = random.Next(0, 3) / 2,
        };
    }

    private string Duty(MeasureType type) => type switch
    {
        MeasureType.AdditionalDuty => Pick("Free", "10%", "25%", "12¢/kg", "floor 15%", "33.33%", "cap 12%", "5¢/kg + 2.5%", "8% MIN 6¢/kg MAX 20%", "2.5% on the value of the steel content", "30% - $1.50"),
        MeasureType.Fee => Pick("0.3464% MIN $2 MAX $6", "0.125%", "$1.75"),
        MeasureType.Tax => Pick("8%", "19% + $0.50"),
        MeasureType.TariffPreference or MeasureType.Suspension => Pick("Free", "3%", "9¢/kg", "40%", "cap 2%"),
        _ => Pick("Free", "3%", "9¢/kg", "40%", "$85/t + 1.1%", "13.8% MIN 13¢/kg MAX 15¢/kg - 7¢/kg"),
    };

    private GoodsScope Goods() => new(
        random.Next(2) == 0 ? [] : [Pick(Codes), Pick(Codes)], random.Next(4) == 0 ? [Pick(Codes)] : [],
        random.Next(4) == 0 ? ["goods-list:x"] : [], random.Next(5) == 0 ? ["goods-list:y"] : []);

    private GoodsList List(string id) => new(id, id, [.. Enumerable.Range(0, 3).Select(_ => new GoodsListEntry([Pick(Codes)], Period(), random.Next(3) == 0 ? Period() : null))]);

    private FactTest Test()
    {
        var absent = Pick(WhenAbsent.Unknown, WhenAbsent.Holds, WhenAbsent.Fails);
        return random.Next(4) switch
        {
            0 => new("usmca_originating", Pick(FactOperator.EqualTo, FactOperator.NotEqualTo), Pick("true", "false"), absent),
            1 => new("metal_weight_share", Pick(FactOperator.Less, FactOperator.AtMost, FactOperator.Greater, FactOperator.AtLeast, FactOperator.EqualTo), $"0.{random.Next(0, 6)}", absent),
            2 => new("end_use", Pick(FactOperator.OneOf, FactOperator.EqualTo, FactOperator.NotEqualTo), Pick("repair", "resale"), absent),
            _ => new("entry_date", Pick(FactOperator.Less, FactOperator.AtLeast), Day().ToString("yyyy-MM-dd", null), absent),
        };
    }

    // One order each, so that no circle of equal order is refused.
    private StackingRule Rule(int number)
    {
        var kind = Pick(StackingKind.Excludes, StackingKind.Excludes, StackingKind.SplitsContent, StackingKind.InLieu, StackingKind.HighestOnly);
        var first = random.Next(Authorities.Length);
        var second = (first + random.Next(1, Authorities.Length)) % Authorities.Length;
        var rule = World.Rule("r" + number, kind, Authorities[first], kind == StackingKind.HighestOnly ? "" : Authorities[second], number);
        return rule with
        {
            First = kind == StackingKind.HighestOnly ? [Authorities[first], Authorities[second]] : [Authorities[first]],
            FirstHeadings = random.Next(4) == 0 ? ["h1"] : [],
            SecondHeadings = random.Next(4) == 0 ? ["h2", ""] : [],
            Effective = random.Next(2) == 0 ? ValidPeriod.Always : Period(),
            Known = random.Next(4) == 0 ? Period() : null,
        };
    }

    private ValidPeriod Period() => random.Next(7) switch
    {
        0 or 4 or 5 or 6 => ValidPeriod.Always,
        1 => new(Day(), null),
        2 => new(null, Day()),
        _ => Day() is var from ? new(from, from.AddDays(random.Next(1, 12))) : ValidPeriod.Always,
    };

    private DateOnly Day() => new DateOnly(2025, 4, 1).AddDays(random.Next(0, 15));

    private T Pick<T>(params T[] values) => values[random.Next(values.Length)];
}
