using GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Cli.Import;

/// <summary>Reads a bill of materials from YAML or JSON: the fields of the contract's message; two letters stand for a state.</summary>
internal static class BillFile
{
    private const string Path = "bill";

    /// <summary>The bill of a file; null, with every problem told, where it cannot be read.</summary>
    public static BillOfMaterials? Read(string file, TextReader text, List<Problem> problems)
    {
        if (YamlFile.Read(file, text, problems) is not { } node)
            return null;
        var bill = (BillOfMaterials?)new MessageReader(problems).Read(node, BillOfMaterials.Descriptor, Path);
        if (bill is null || problems.Count > 0)
            return null;
        bill.MadeInId = StateOf(bill.MadeInId);
        foreach (var material in bill.Materials)
            material.OriginId = StateOf(material.OriginId);
        return bill;
    }

    private static string StateOf(string id) => id.Length == 2 && id.All(char.IsAsciiLetter) ? "state:" + id.ToUpperInvariant() : id;
}
