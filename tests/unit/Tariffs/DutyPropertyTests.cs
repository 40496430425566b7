using FsCheck;
using FsCheck.Fluent;
using GeoGraph.Tariffs;

namespace GeoGraph.UnitTests.Tariffs;

public sealed class DutyPropertyTests
{
    private static readonly Replay Replay = new(new Rnd(20250805UL, 9UL), null!);
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(Replay);

    private static readonly CompiledSchedule Schedule = World.Compile(
        [World.Mfn("3.7%"), World.Extra("a", "33.33%", "a"), World.Extra("b", "floor 15%", "b"), World.Extra("c", "0.3464% MIN $33.58 MAX $651.50", "c")]);

    private static decimal Total(decimal value) => new DutyCalculator(Schedule).Calculate(World.Entry(value), DutyQuestion.Settled).TotalDuty!.Value;

    [Fact]
    public void Duty_grows_with_value() => Check.One(Fixed, Prop.ForAll(Cents(), Cents(), (left, right) => (left <= right) == (Total(left) <= Total(right)) || Total(left) == Total(right)));

    [Fact]
    public void Splitting_an_entry_changes_an_ad_valorem_total_by_rounding_only()
    {
        var calculator = new DutyCalculator(World.Compile([World.Mfn("3.7%"), World.Extra("a", "33.33%", "a"), World.Extra("b", "floor 15%", "b")]));
        decimal Price(decimal value) => calculator.Calculate(World.Entry(value), DutyQuestion.Settled).TotalDuty!.Value;
        // Three lines, each rounded in three entries: less than half a cent each.
        Check.One(Fixed, Prop.ForAll(Cents(), Cents(), (left, right) => Math.Abs(Price(left + right) - Price(left) - Price(right)) <= 9 * 0.005m));
    }

    private static Arbitrary<decimal> Cents() => Gen.Choose(1, 50_000_000).Select(cents => cents / 100m).ToArbitrary();
}
