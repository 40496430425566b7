using FsCheck;
using FsCheck.Fluent;

namespace GeoGraph.Neo4jDriver.Tests.PackStream;

/// <summary>Values of every type that may be sent, nested in lists and maps.</summary>
internal static class Values
{
    private static readonly string[] Texts =
        ["", "a", "exactly 15 char", "sixteen charactr", "台積電", "🦀🦀", "\0", "`'\"\\", new('x', 255), new('x', 256), new('é', 40_000)];

    public static Gen<object?> Any { get; } = Gen.Sized(Nested);

    public static Gen<object?> Scalar { get; } = Gen.OneOf(
        Gen.Constant<object?>(null),
        Gen.Elements(true, false).Select(flag => (object?)flag),
        Integer().Select(number => (object?)number),
        ArbMap.Default.GeneratorFor<double>().Select(number => (object?)number),
        Text().Select(text => (object?)text),
        Gen.Choose(0, 300).SelectMany(size => Gen.ArrayOf(Gen.Choose(0, 255), size)).Select(bytes => (object?)Array.ConvertAll(bytes, one => (byte)one)),
        Temporal());

    public static Gen<long> Integer() =>
        Gen.Choose(0, 63).SelectMany(bits => ArbMap.Default.GeneratorFor<long>().Select(number => number >> bits));

    private static Gen<string> Text() => Gen.OneOf(
        Gen.Elements(Texts),
        ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => new string([.. text.Get.Where(character => !char.IsSurrogate(character))])));

    private static Gen<object?> Temporal()
    {
        var date = Gen.Choose(-999_999_999, 999_999_999).Select(year => new LocalDate(year, Math.Abs(year % 12) + 1, Math.Abs(year % 28) + 1));
        var time = Gen.Choose(0, 86_399).Zip(Gen.Choose(0, 999_999_999)).Select(at => new LocalTime(at.Item1 / 3600, at.Item1 / 60 % 60, at.Item1 % 60, at.Item2));
        var offset = Gen.Choose(-64_800, 64_800);
        var moment = date.Zip(time);
        return Gen.OneOf(
            date.Select(value => (object?)value),
            time.Select(value => (object?)value),
            time.Zip(offset).Select(both => (object?)new OffsetTime(both.Item1.Hour, both.Item1.Minute, both.Item1.Second, both.Item1.Nanosecond, both.Item2)),
            moment.Select(both => (object?)Join(both.Item1, both.Item2)),
            moment.Zip(offset).Select(all => (object?)Zoned(all.Item1.Item1, all.Item1.Item2, Zone.Of(all.Item2))),
            moment.Select(both => (object?)Zoned(both.Item1, both.Item2, Zone.Of("Asia/Taipei"))),
            Integer().Three().Zip(time).Select(all => (object?)new Duration(all.Item1.Item1, all.Item1.Item2, all.Item1.Item3, all.Item2.Nanosecond)),
            ArbMap.Default.GeneratorFor<double>().Two().Select(at => (object?)new Point(4326, at.Item1, at.Item2)),
            ArbMap.Default.GeneratorFor<double>().Three().Select(at => (object?)new Point(9157, at.Item1, at.Item2, at.Item3)));
    }

    private static LocalDateTime Join(LocalDate date, LocalTime time) =>
        new(date.Year, date.Month, date.Day, time.Hour, time.Minute, time.Second, time.Nanosecond);

    private static ZonedDateTime Zoned(LocalDate date, LocalTime time, Zone zone) =>
        new(date.Year, date.Month, date.Day, time.Hour, time.Minute, time.Second, time.Nanosecond, zone);

    private static Gen<object?> Nested(int size) => size < 2 ? Scalar : Gen.Frequency(
        (3, Scalar),
        (1, Gen.Choose(0, Math.Min(size, 20)).SelectMany(count => Gen.ListOf(Nested(size / 4), count)).Select(items => (object?)items.ToList())),
        (1, Gen.Choose(0, Math.Min(size, 20)).SelectMany(count => Gen.ListOf(Text().Zip(Nested(size / 4)), count)).Select(Map)));

    private static object? Map(IEnumerable<(string, object?)> entries)
    {
        var map = new Dictionary<string, object?>();
        foreach (var (key, value) in entries)
            map[key] = value;
        return map;
    }
}
