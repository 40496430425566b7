using GeoGraph.Core;
using GeoGraph.Core.Graph;
using Neo4j.Driver;

namespace GeoGraph.Neo4j.Format;

/// <summary>How a former id lies in the database.</summary>
internal static class AliasFormat
{
    /// <summary>The properties of the alias as the revision writes it.</summary>
    public static Dictionary<string, object> Map(AliasRecord alias, Revision revision)
    {
        var map = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            [Fields.Id] = alias.Alias.Value,
            [Fields.Survivor] = alias.Survivor.Value,
            [Fields.Revision] = revision.Number,
        };
        NativeValues.AddNames(map, alias.Names);
        return map;
    }

    /// <summary>What a query returns for <see cref="Read"/>; the last of the five columns is the revision that wrote the alias.</summary>
    public static string Columns(string variable) =>
        $"{variable}.id, {variable}.survivor, {variable}.name_languages, {variable}.names, {variable}.revision";

    /// <summary>Reads an alias.</summary>
    public static AliasRecord Read(IRecord record) =>
        new(EntityId.Parse((string)record[0]), EntityId.Parse((string)record[1]), NativeValues.Names(record[2], record[3]));
}
