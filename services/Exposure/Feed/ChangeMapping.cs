using GeoGraph.Core;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Wire;
using Wire = GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Exposure.Feed;

/// <summary>Applies what actors tell to the rows. Throws <see cref="InvalidDataException"/> where a message breaks its contract.</summary>
internal static class ChangeMapping
{
    /// <summary>Applies one change set; one without changes is a checkpoint and advances the revision only.</summary>
    public static void ReadInto(FedGraph rows, Wire.WatchActorsResponse changes)
    {
        var fields = new RequestFields();
        foreach (var id in fields.Ids("deleted_ids", changes.DeletedIds))
            rows.Remove(id);
        foreach (var actor in changes.Actors)
            Put(rows, actor, fields);
        foreach (var relation in changes.Relations)
            Put(rows, relation, fields);
        ReadInto(rows, changes.Aliases, fields);
        rows.Revision = ReadRevision(changes.RevisionToken, fields);
        Check(fields);
    }

    /// <summary>Takes exported aliases.</summary>
    public static void ReadInto(FedGraph rows, Wire.AliasChunk chunk)
    {
        var fields = new RequestFields();
        ReadInto(rows, chunk.Aliases, fields);
        Check(fields);
    }

    /// <summary>The revision that an export comes from.</summary>
    public static Revision ReadRevision(Wire.ExportHeader header)
    {
        var fields = new RequestFields();
        var revision = ReadRevision(header.RevisionToken, fields);
        Check(fields);
        return revision;
    }

    private static Revision ReadRevision(string token, RequestFields fields)
    {
        if (fields.Token("revision_token", token).For(ServiceNames.Actors) is { } revision)
            return revision;
        fields.Violations.Add("revision_token", token, "the token names a revision of actors");
        return Revision.Zero;
    }

    private static void ReadInto(FedGraph rows, IEnumerable<Wire.Alias> aliases, RequestFields fields)
    {
        foreach (var alias in aliases)
            rows.PutAlias(fields.Id("aliases.alias_id", alias.AliasId), fields.Id("aliases.survivor_id", alias.SurvivorId));
    }

    private static void Put(FedGraph rows, Wire.Actor wire, RequestFields fields)
    {
        SeaMapping.ReadInto(rows.Sea, wire, fields);
        if (KindMapping.ToKind(wire.Kind) is { } kind)
            rows.Put(fields.ReadNode("actors", wire, kind));
    }

    private static void Put(FedGraph rows, Wire.Relation wire, RequestFields fields)
    {
        if (KindMapping.ToKind(wire.Type) is { } kind)
            rows.Put(fields.ReadRelation("relations", wire, kind));
        else
            rows.Remove(fields.Id("relations.id", wire.Id));
    }

    private static void Check(RequestFields fields)
    {
        if (!fields.Violations.None)
            throw new InvalidDataException("actors told what breaks the contract: " + string.Join("; ", fields.Violations.Found.Take(10)));
    }
}
