using FsCheck;
using FsCheck.Fluent;

namespace GeoGraph.UnitTests.Core;

/// <summary>Runs a property on many random values; a failure prints the values and the seed, which is fixed.</summary>
internal static class Properties
{
    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20261122, 1);

    public static void Holds<T>(Gen<T> values, Func<T, bool> property) => Prop.ForAll(values.ToArbitrary(), property).Check(Config);

    /// <summary>Texts of many scripts: ASCII, Latin with accents, Chinese, full-width forms, and characters beyond U+FFFF.</summary>
    public static Gen<string> Texts { get; } = Gen.OneOf(
            Gen.Choose(0x21, 0x7E), Gen.Choose(0xC0, 0x24F), Gen.Choose(0x4E00, 0x9FFF), Gen.Choose(0xFF01, 0xFFEE), Gen.Choose(0x1F300, 0x1F5FF), Gen.Choose(0xE000, 0xE0FF))
        .Select(char.ConvertFromUtf32).ArrayOf().Select(parts => string.Concat(parts.Take(20)));
}
