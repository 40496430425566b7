using GeoGraph.Core;
using GeoGraph.Tariffs;
using static GeoGraph.UnitTests.Tariffs.PreferenceTests;

namespace GeoGraph.UnitTests.Tariffs;

/// <summary>The first option against every lawful way to claim, tried one after the other, in random worlds of preferences, fees and rules.</summary>
public sealed class CheapestClaimTests
{
    private static readonly string[] Letters = ["A0", "B0", "A1", "B1", "A2", "B2"];

    [Fact]
    public void No_other_lawful_claim_is_cheaper_than_the_first()
    {
        var claimed = 0;
        for (var seed = 0; seed < 600; seed++)
        {
            var random = new Random(seed);
            var schedule = ScheduleCompiler.Compile(Source(random));
            var calculator = new DutyCalculator(schedule);
            var entry = World.Entry(random.Next(100, 200_000) / 100m, origin: "state:KR");
            var bill = new RandomBills(random).Bill() with { Code = entry.Code, MadeIn = entry.Origin, On = entry.EntryDate };
            var options = new PreferenceFinder(schedule, calculator).Find(entry, bill, DutyQuestion.Settled);
            Assert.Equal(PreferenceStanding.Lawful, options[0].Verdict.Standing);
            var least = LawfulClaims(schedule, entry, bill).Min(claim => Cost(calculator.Calculate(entry with { Facts = claim }, DutyQuestion.Settled)));
            Assert.True(options[0].Cost == least, $"{seed}: {options[0].Cost}, and {least} is lawful");
            Assert.All(options, option => Assert.Equal(options.Single(one => one.Measure is null).Cost - option.Cost, option.Saving));
            claimed += options[0].Facts.Count > 0 ? 1 : 0;
        }
        Assert.InRange(claimed, 150, 550);
    }

    // Every combination of a letter or none and of the free claim or none, as far as some preference that it opens is lawful.
    private static IEnumerable<Dictionary<string, string>> LawfulClaims(CompiledSchedule schedule, Entry entry, OriginBill bill)
    {
        foreach (var letter in Letters.Prepend(""))
        {
            if (letter.Length > 0 && !schedule.OriginRules.All.Any(rule => IsOpen(schedule, letter, rule)
                && OriginAssessor.Assess(rule, bill, schedule.Memberships).Qualifies == Truth.True))
            {
                continue;
            }
            foreach (var isFree in new[] { false, true })
            {
                var claim = new Dictionary<string, string>();
                if (letter.Length > 0)
                    claim["special_program"] = letter;
                if (isFree && schedule.Measures.Any(measure => measure.Measure.Id.Value == "measure:free"))
                    claim["de_minimis_claimed"] = "true";
                yield return claim;
            }
        }
    }

    private static bool IsOpen(CompiledSchedule schedule, string letter, OriginRule rule) => schedule.Measures.Any(measure =>
        measure.Measure.Type == MeasureType.TariffPreference && measure.Measure.LegalBasisId == rule.AgreementId?.Value
        && measure.Measure.Conditions.Any(condition => condition.AnyOf.Any(test => test.Fact == "special_program" && test.Value.Split(',').Contains(letter))));

    private static ScheduleSource Source(Random random)
    {
        string Pick(params string[] values) => values[random.Next(values.Length)];
        Measure Preference(string name, string basis, params Condition[] conditions) => World.Mfn(Pick("Free", "2%", "3% + 10¢/kg", "cap 3%", "1.5%"), id: "measure:" + name) with
        {
            Type = MeasureType.TariffPreference,
            Authority = "us-special",
            LegalBasisId = basis,
            Conditions = conditions,
            Origins = basis.Length > 0 ? OriginScope.Of("state:KR") : OriginScope.All,
            Goods = GoodsScope.Of(basis.Length > 0 && random.Next(3) == 0 ? "0101" : "8457.10"),
        };
        Measure Charge(int number) => World.Extra("charge" + number, Pick("1%", "$5", "0.3464% MIN $33.58 MAX $651.50"), "fees" + number) with
        {
            Type = random.Next(2) == 0 ? MeasureType.Fee : MeasureType.AdditionalDuty,
            Conditions = [new Condition([random.Next(3) > 0
                ? Test("special_program", Pick(Letters), WhenAbsent.Holds, FactOperator.NotEqualTo)
                : Test("de_minimis_claimed", "true", WhenAbsent.Holds, FactOperator.NotEqualTo)], "exempt")],
        };
        var bills = new RandomBills(random);
        var names = Enumerable.Range(0, random.Next(1, 4)).ToList();
        return new ScheduleSource
        {
            Measures =
            [
                World.Mfn(Pick("Free", "4%", "7%")),
                .. names.Select(name => Preference("p" + name, "agreement:" + name, new Condition([Test("special_program", string.Join(',', Letters.Skip(2 * name).Take(random.Next(1, 3))), by: FactOperator.OneOf)], "not claimed"))),
                .. random.Next(2) == 0 ? [Preference("free", "", new Condition([Test("de_minimis_claimed", "true")], "not claimed"))] : Array.Empty<Measure>(),
                .. Enumerable.Range(0, random.Next(0, 4)).Select(Charge),
            ],
            OriginRules = [.. names.Where(_ => random.Next(5) > 0).Select(name => bills.Rule() with
            {
                Id = EntityId.Parse("origin-rule:" + name),
                AgreementId = EntityId.Parse("agreement:" + name),
                AllOf = [Bills.Value(random.Next(10, 60) / 100m)],
            })],
        };
    }

    private static decimal Cost(DutyAnswer answer) => (answer.TotalDuty ?? answer.Lowest!.Total) + answer.Charges.Sum(line => line.Amount);
}
