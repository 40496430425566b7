using GeoGraph.Cli.Commands;
using GeoGraph.Cli.Import.Csv;

namespace GeoGraph.Cli.Import.Eto;

/// <summary>The publisher's tables, read whole.</summary>
/// <param name="Stages">Design, fabrication, assembly and test.</param>
/// <param name="Inputs">Tools, materials and processes.</param>
/// <param name="Providers">Countries and organisations.</param>
/// <param name="Provision">Who provides what, with shares of the world where they are known.</param>
/// <param name="Sequence">What goes into what, and what is a type of what.</param>
internal sealed record EtoTables(
    IReadOnlyList<EtoRow> Stages, IReadOnlyList<EtoRow> Inputs, IReadOnlyList<EtoRow> Providers, IReadOnlyList<EtoRow> Provision, IReadOnlyList<EtoRow> Sequence);

/// <summary>A folder with the publisher's tables and licence.</summary>
internal sealed class EtoFolder
{
    private static readonly string[] s_files = ["stages.csv", "inputs.csv", "providers.csv", "provision.csv", "sequence.csv"];

    private readonly string _path;

    /// <summary>Takes a folder.</summary>
    /// <exception cref="UsageException">A table is not there.</exception>
    public EtoFolder(string path)
    {
        _path = path;
        if (s_files.Where(file => !File.Exists(Path.Combine(path, file))).ToArray() is { Length: > 0 } absent)
            throw new UsageException($"\"{path}\" is no folder with the publisher's tables: it has no {string.Join(", no ", absent)}");
    }

    /// <summary>What the user must know before the data is used: whose it is, and its licence as the folder has it.</summary>
    public string Licence()
    {
        var file = Path.Combine(_path, "LICENSE.md");
        var text = File.Exists(file) ? File.ReadAllText(file).Trim() : EtoEvidence.Licence;
        return $"{EtoEvidence.Title}, {EtoEvidence.Publisher}.\n{text}";
    }

    /// <summary>Reads the tables.</summary>
    /// <exception cref="IOException">A table has not its columns.</exception>
    public EtoTables Read(List<Problem> problems)
    {
        string[] chart = ["description", "market_share_chart_global_market_size_info", "market_share_chart_caption", "market_share_chart_source"];
        return new EtoTables(
            Table("stages.csv", ["stage_id", "stage_name", .. chart], problems),
            Table("inputs.csv", ["input_id", "input_name", "type", "stage_id", .. chart], problems),
            Table("providers.csv", ["provider_id", "provider_name", "provider_type", "country"], problems),
            Table("provision.csv", ["provider_id", "provider_name", "provided_id", "provided_name", "share_provided", "negligible_market_share"], problems),
            Table("sequence.csv", ["input_id", "goes_into_id", "is_type_of_id"], problems));
    }

    private IReadOnlyList<EtoRow> Table(string file, string[] columns, List<Problem> problems) =>
        EtoTable.Read(CsvSource.OfFile(Path.Combine(_path, file)), columns, problems);
}
