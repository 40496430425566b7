using System.Xml.Linq;

namespace GeoGraph.ArchitectureTests;

/// <summary>Who may reference whom, as services/README.md states it.</summary>
public sealed class ReferenceRules
{
    private static readonly string[] Services = ["Actors", "Agreements", "Tariffs", "Exposure"];

    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Core"] = [],
        ["Sqlite"] = ["Core"],
        ["Neo4j"] = ["Core"],
        ["Duties"] = ["Core"],
        ["Contracts"] = [],
        ["Hosting"] = ["Core", "Sqlite", "Neo4j", "Contracts"],
        ["Actors"] = ["Core", "Contracts", "Hosting"],
        ["Agreements"] = ["Core", "Duties", "Contracts", "Hosting"],
        ["Tariffs"] = ["Core", "Duties", "Contracts", "Hosting"],
        ["Exposure"] = ["Core", "Contracts", "Hosting"],
        ["AllInOne"] = ["Core", "Contracts", "Hosting", .. Services],
        ["Cli"] = ["Core", "Duties", "Contracts", "Hosting", "AllInOne", .. Services],
    };

    [Fact]
    public void Every_project_references_only_what_its_layer_may()
    {
        var broken = Projects().SelectMany(project => ReferencesOf(project)
            .Except(Allowed[NameOf(project)])
            .Select(reference => $"{NameOf(project)} -> {reference}"));
        Assert.Empty(broken);
    }

    [Fact]
    public void Core_needs_no_package() =>
        Assert.Empty(PackagesOf(Projects().Single(project => NameOf(project) == "Core")));

    [Fact]
    public void Every_project_below_services_has_its_rule_and_is_in_the_solution()
    {
        var solution = Repository.Read("GeoGraph.sln").Replace('\\', '/');
        Assert.Empty(Projects().Where(project => !Allowed.ContainsKey(NameOf(project))));
        var all = Repository.Files("services", ".csproj").Concat(Repository.Files("tests", ".csproj"));
        Assert.Empty(all.Where(project => !solution.Contains(project, StringComparison.Ordinal)));
    }

    [Fact]
    public void Package_versions_stand_in_one_place() =>
        Assert.Empty(Repository.Files("services", ".csproj").Concat(Repository.Files("tests", ".csproj"))
            .Where(project => XDocument.Parse(Repository.Read(project)).Descendants("PackageReference").Any(reference => reference.Attribute("Version") is not null)));

    private static List<string> Projects() =>
        [.. Repository.Files("services", ".csproj").Where(path => !path.StartsWith("services/StandIns/", StringComparison.Ordinal))];

    private static string NameOf(string project) => Path.GetFileName(Path.GetDirectoryName(project))!;

    private static IEnumerable<string> ReferencesOf(string project) =>
        XDocument.Parse(Repository.Read(project)).Descendants("ProjectReference")
            .Select(reference => NameOf(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    private static IEnumerable<string> PackagesOf(string project) =>
        XDocument.Parse(Repository.Read(project)).Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value);
}
