using System.Text.RegularExpressions;

namespace GeoGraph.ArchitectureTests;

/// <summary>What source files may say, by where they lie.</summary>
public sealed partial class SourceRules
{
    [Fact]
    public void Domain_code_sees_no_generated_type_no_transport_and_no_store() =>
        Assert.Empty(Matches(DomainFiles(), OutsideDomain()));

    [Fact]
    public void Domain_code_reads_no_clock_does_no_io_and_draws_no_chance() =>
        Assert.Empty(Matches(DomainFiles().Concat(Repository.Files("services/Shared/Core", ".cs")), Impure()));

    [Fact]
    public void Nothing_reads_the_wall_clock_past_the_time_provider() =>
        Assert.Empty(Matches(Product(), WallClock()));

    [Fact]
    public void Only_endpoints_and_mappings_see_generated_types_in_a_service()
    {
        var inner = Product().Where(path => ServiceFile().IsMatch(path) && !TransportFile().IsMatch(path));
        Assert.Empty(Matches(inner, Generated()));
    }

    [Fact]
    public void No_double_is_on_the_way_to_an_amount() =>
        Assert.Empty(Matches(Repository.Files("services/Tariffs", ".cs").Concat(Repository.Files("services/Agreements", ".cs")), FloatingPoint()));

    [Fact]
    public void No_type_is_named_for_what_it_is_not()
    {
        var named = Product().Where(path => VagueName().IsMatch(Path.GetFileNameWithoutExtension(path)));
        Assert.Empty(named);
    }

    [Fact]
    public void No_file_of_the_product_is_longer_than_three_hundred_lines() =>
        Assert.Empty(Product().Select(path => (path, lines: Repository.Read(path).Count(character => character == '\n')))
            .Where(file => file.lines > 300));

    private static IReadOnlyList<string> Product() =>
        [.. Repository.Files("services", ".cs").Where(path => !path.StartsWith("services/StandIns/", StringComparison.Ordinal))];

    private static IEnumerable<string> DomainFiles() => Product().Where(path => path.Contains("/Domain/", StringComparison.Ordinal));

    private static List<string> Matches(IEnumerable<string> files, Regex forbidden) =>
        [.. files.SelectMany(path => Repository.Read(path).Split('\n')
            .Select((line, index) => (line: Comment().Replace(line, ""), number: index + 1))
            .Where(entry => forbidden.IsMatch(entry.line))
            .Select(entry => $"{path}:{entry.number}: {entry.line.Trim()}"))];

    [GeneratedRegex(@"\b(Contracts\.|Grpc\.|Google\.Protobuf|Microsoft\.AspNetCore|Microsoft\.Data|Microsoft\.Extensions|GeoGraph\.Hosting|GeoGraph\.Core\.Graph)")]
    private static partial Regex OutsideDomain();

    // How many processors there are may set how work is shared out, as no result depends on it.
    [GeneratedRegex(@"\b(DateTime(Offset)?\.(Utc)?Now|DateTime\.Today|TimeProvider\.System|File\.|Directory\.|HttpClient|new Random|Random\.Shared|Guid\.NewGuid|Environment\.(?!ProcessorCount)|Console\.|Thread\.Sleep|Task\.Delay)")]
    private static partial Regex Impure();

    [GeneratedRegex(@"DateTime(Offset)?\.(Utc)?Now|DateTime\.Today")]
    private static partial Regex WallClock();

    [GeneratedRegex(@"GeoGraph\.Contracts|\bWire\.")]
    private static partial Regex Generated();

    [GeneratedRegex(@"\b(double|float)\b")]
    private static partial Regex FloatingPoint();

    [GeneratedRegex(@"^services/(Actors|Agreements|Tariffs|Exposure)/")]
    private static partial Regex ServiceFile();

    [GeneratedRegex(@"(Endpoint|Mapping)[^/]*\.cs$|/(Feed|Duties)/|/(Endpoint|Mapping)/")]
    private static partial Regex TransportFile();

    [GeneratedRegex(@"(Manager|Helper|Helpers|Util|Utils|Utility|Impl)$")]
    private static partial Regex VagueName();

    [GeneratedRegex(@"//.*$")]
    private static partial Regex Comment();
}
