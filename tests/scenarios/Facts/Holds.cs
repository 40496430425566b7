namespace GeoGraph.Scenarios.Facts;

/// <summary>Compares what a check expects with what the services say; what the check leaves out is not looked at.</summary>
internal static class Holds
{
    public static void Same<T>(T? expected, T actual, string what)
        where T : class => Assert.True(expected is null || expected.Equals(actual), $"{what}: \"{expected}\" is expected, \"{actual}\" stands");

    public static void Same<T>(T? expected, T actual, string what)
        where T : struct => Assert.True(expected is null || expected.Value.Equals(actual), $"{what}: {expected} is expected, {actual} stands");

    /// <summary>Decimal texts of one value, as 0.10 and 0.1.</summary>
    public static void SameNumber(decimal? expected, string actual, string what) =>
        Assert.True(expected is null || (actual.Length > 0 && FactCheck.Decimal(actual) == expected), $"{what}: {expected} is expected, \"{actual}\" stands");

    public static void SameSet(IEnumerable<string>? expected, IEnumerable<string> actual, string what)
    {
        if (expected is not null)
            Assert.True(expected.ToHashSet().SetEquals(actual), $"{what}: {string.Join(", ", expected.Order())} is expected, {string.Join(", ", actual.Order())} stands");
    }

    public static void Includes(IEnumerable<string>? expected, IEnumerable<string> actual, string what)
    {
        if (expected is not null)
            Assert.True(expected.ToHashSet().IsSubsetOf(actual), $"{what}: {string.Join(", ", expected.Except(actual).Order())} is missing among {string.Join(", ", actual.Order())}");
    }
}
