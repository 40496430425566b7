using GeoGraph.Cli.Commands;
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
        bill.MadeInId = Values.ToId(bill.MadeInId);
        foreach (var material in bill.Materials)
            material.OriginId = Values.ToId(material.OriginId);
        return bill;
    }
}
