using System.CommandLine;
using GeoGraph.Cli.Import;
using GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Cli.Commands;

/// <summary>The option of a bill of materials.</summary>
internal static class BillOption
{
    /// <summary>Makes the option.</summary>
    public static Option<string?> Create(bool required = false) => new("--bill")
    {
        Description = "What the good is made from: YAML or JSON with the fields of BillOfMaterials (hs, made_in_id, on, materials, fob_value …).",
        HelpName = "file",
        Required = required,
    };

    /// <summary>Reads the bill of a file.</summary>
    /// <exception cref="UsageException">There is no such file, or it is no bill; every problem is told.</exception>
    public static BillOfMaterials Read(string file)
    {
        if (!File.Exists(file))
            throw new UsageException($"\"{file}\" is no file");
        var problems = new List<Problem>();
        using var text = File.OpenText(file);
        return BillFile.Read(file, text, problems) ?? throw new UsageException(string.Join(Environment.NewLine, problems));
    }
}
