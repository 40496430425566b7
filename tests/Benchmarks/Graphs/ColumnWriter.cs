using GeoGraph.Contracts.Actors.V1;
using Google.Protobuf.Collections;

namespace GeoGraph.Benchmarks.Graphs;

/// <summary>Writes rows as the columns of an export.</summary>
internal sealed class ColumnWriter
{
    private const uint Reported = 3u << 8;
    private readonly Dictionary<string, uint> _indices = new(StringComparer.Ordinal);
    private ActorColumns _actors = new();
    private RelationColumns _relations = new();

    public ColumnWriter() => Clear();

    /// <summary>Rows so far.</summary>
    public int Count => _actors.Ids.Count + _relations.Ids.Count;

    public void Add(string id, ActorKind kind)
    {
        _actors.Ids.Add(IndexOf(_actors.Strings, id));
        _actors.Kinds.Add(kind);
        _actors.PreferredNames.Add(0);
        _actors.ValidFrom.Add(int.MinValue);
        _actors.ValidTo.Add(int.MaxValue);
        foreach (var column in new[] { _actors.Outputs, _actors.MainPorts, _actors.RecoveryDays, _actors.StockCounts, _actors.HsCounts, _actors.UnLocodes, _actors.PointCounts, _actors.PassageCounts })
            column.Add(0);
    }

    public void AddPlace(string id, string from, string to) => Add(id, RelationType.LocatedIn, from, to, "", "", "", null, "");

    public void AddFlow(string id, string from, string to, string product, string group, string value, string? chokepoint, string share) =>
        Add(id, RelationType.Supplies, from, to, product, group, value, chokepoint, share);

    public ExportActorsResponse TakeActors()
    {
        var taken = new ExportActorsResponse { ActorColumns = _actors };
        Clear();
        return taken;
    }

    public ExportActorsResponse TakeRelations()
    {
        var taken = new ExportActorsResponse { RelationColumns = _relations };
        Clear();
        return taken;
    }

    private void Add(string id, RelationType type, string from, string to, string product, string group, string value, string? chokepoint, string share)
    {
        var columns = _relations;
        columns.Ids.Add(IndexOf(columns.Strings, id));
        columns.Types_.Add(type);
        columns.Froms.Add(IndexOf(columns.Strings, from));
        columns.Tos.Add(IndexOf(columns.Strings, to));
        columns.Products.Add(IndexOf(columns.Strings, product));
        columns.InputGroups.Add(IndexOf(columns.Strings, group));
        columns.Shares.Add(0);
        columns.Values.Add(IndexOf(columns.Strings, value));
        columns.Capacities.Add(0);
        columns.ValidFrom.Add(int.MinValue);
        columns.ValidTo.Add(int.MaxValue);
        columns.Flags.Add(Reported);
        columns.TransitCounts.Add(chokepoint is null ? 0u : 1u);
        if (chokepoint is null)
            return;
        columns.TransitChokepoints.Add(IndexOf(columns.Strings, chokepoint));
        columns.TransitShares.Add(IndexOf(columns.Strings, share));
        columns.TransitInferred.Add(false);
    }

    private uint IndexOf(RepeatedField<string> strings, string text)
    {
        if (_indices.TryGetValue(text, out var index))
            return index;
        index = (uint)strings.Count;
        strings.Add(text);
        return _indices[text] = index;
    }

    private void Clear()
    {
        (_actors, _relations) = (new ActorColumns { Strings = { "" } }, new RelationColumns { Strings = { "" } });
        _indices.Clear();
        _indices[""] = 0;
    }
}
