using System.Globalization;

namespace GeoGraph.Core.Graph.Writing;

/// <summary>
/// Applies the updates of one batch in order, inside a store's open write transaction, and counts what they did: the one place where order,
/// preconditions, merges and refusals are decided, whatever the engine.
/// </summary>
public sealed class BatchWriter
{
    private readonly IBatchRows _rows;
    private readonly NameKeeper _names;
    private readonly HashSet<EntityId> _mergedAway;

    // Nodes known to be present: most relations of a batch share their ends. Forgotten when a node goes.
    private readonly HashSet<EntityId> _present = [];
    private int _created;
    private int _replaced;
    private int _unchanged;
    private int _deleted;
    private int _merged;

    /// <summary>Makes the writer of one batch.</summary>
    /// <param name="rows">What the batch sees and changes.</param>
    /// <param name="updates">All updates of the batch, as <see cref="GraphRules"/> gave them.</param>
    public BatchWriter(IBatchRows rows, IReadOnlyList<GraphUpdate> updates)
    {
        _rows = rows;
        _names = new NameKeeper(rows);
        _mergedAway = [.. updates.OfType<Merge>().Select(static merge => merge.Duplicate)];
    }

    /// <summary>True where some update changed its target.</summary>
    public bool HasChanged => _created + _replaced + _deleted + _merged > 0;

    /// <summary>The receipt, at the revision given.</summary>
    public WriteReceipt Receipt(Revision revision) => new(revision, _created, _replaced, _unchanged, _deleted, _merged);

    /// <summary>Applies the update at <paramref name="index"/> of the batch.</summary>
    /// <exception cref="GeoGraphException">The update is refused; the batch is to be rolled back.</exception>
    public void Apply(GraphUpdate update, int index)
    {
        switch (update)
        {
            case PutNode put:
                Put(put);
                break;
            case PutRelation put:
                Put(put);
                break;
            case Delete delete:
                Remove(delete);
                break;
            case Merge merge:
                Join(merge, index);
                break;
        }
    }

    private void Put(PutNode put)
    {
        var node = put.Node;
        var current = _rows.Node(node.Id);
        if (current is null && _rows.SurvivorOf(node.Id) is { } survivor)
        {
            if (!_mergedAway.Contains(node.Id))
                throw Refusals.IsAlias(node.Id, survivor);
            _unchanged++;
            return;
        }
        if (current is null && _rows.RelationExists(node.Id))
            throw Refusals.OtherKind(node.Id, "node", "relation");
        put.Precondition.Check(node.Id, current?.ChangedAt);
        if (current is null)
        {
            _rows.Begin(node);
            _names.Add(node);
            _created++;
            return;
        }
        if (current.Label != node.Label)
            throw Refusals.Fixed(node.Id, "label", current.Label, node.Label);
        if (current.SaysTheSameAs(node))
        {
            _unchanged++;
            return;
        }
        _rows.End(current);
        _rows.Begin(node);
        if (!current.Names.SequenceEqual(node.Names))
            _names.Replace(node);
        _replaced++;
    }

    private void Put(PutRelation put)
    {
        var current = _rows.Relation(put.Relation.Id);
        if (current is null)
            CheckFree(put.Relation.Id);
        put.Precondition.Check(put.Relation.Id, current?.ChangedAt);
        if (current is not null && current.Type != put.Relation.Type)
            throw Refusals.Fixed(put.Relation.Id, "type", current.Type, put.Relation.Type);
        var relation = put.Relation with { From = End(put.Relation, put.Relation.From), To = End(put.Relation, put.Relation.To) };
        if (current is null)
        {
            _rows.Begin(relation);
            _created++;
        }
        else if (current.SaysTheSameAs(relation))
        {
            _unchanged++;
        }
        else
        {
            _rows.End(current);
            _rows.Begin(relation);
            _replaced++;
        }
    }

    private void CheckFree(EntityId id)
    {
        if (_rows.NodeExists(id))
            throw Refusals.OtherKind(id, "relation", "node");
        if (_rows.SurvivorOf(id) is { } survivor)
            throw Refusals.IsAlias(id, survivor);
    }

    private EntityId End(GraphRelation relation, EntityId end)
    {
        if (_present.Contains(end))
            return end;
        if (!_rows.NodeExists(end))
            return _rows.SurvivorOf(end) ?? throw Refusals.Dangling(relation.Id, end);
        _present.Add(end);
        return end;
    }

    private void Remove(Delete delete)
    {
        if (_rows.Node(delete.Id) is { } node)
        {
            _present.Remove(node.Id);
            delete.Precondition.Check(delete.Id, node.ChangedAt);
            foreach (var touching in _rows.RelationsTouching(node.Id))
            {
                _rows.End(touching);
                _deleted++;
            }
            foreach (var alias in _rows.AliasesOf(node.Id))
                _rows.End(alias);
            _names.Remove(node.Id);
            _rows.End(node);
            _deleted++;
        }
        else if (_rows.Relation(delete.Id) is { } relation)
        {
            delete.Precondition.Check(delete.Id, relation.ChangedAt);
            _rows.End(relation);
            _deleted++;
        }
        else
        {
            delete.Precondition.Check(delete.Id, null);
            _unchanged++;
        }
    }

    private void Join(Merge merge, int index)
    {
        var survivorId = _rows.SurvivorOf(merge.Survivor) ?? merge.Survivor;
        if (_rows.SurvivorOf(merge.Duplicate) is { } already)
        {
            if (already != survivorId)
                throw Refusals.MergedElsewhere(merge.Duplicate, already, survivorId);
            _unchanged++;
            return;
        }
        if (survivorId == merge.Duplicate)
            throw Refusals.MergedIntoItself(string.Create(CultureInfo.InvariantCulture, $"updates[{index}].survivor"), merge.Survivor);
        var duplicate = _rows.Node(merge.Duplicate) ?? throw GeoGraphException.NotFound("node", merge.Duplicate.Value);
        var survivor = _rows.Node(survivorId) ?? throw GeoGraphException.NotFound("node", merge.Survivor.Value);
        merge.Precondition.Check(merge.Duplicate, duplicate.ChangedAt);
        if (duplicate.Label != survivor.Label)
            throw Refusals.Fixed(duplicate.Id, "label", duplicate.Label, survivor.Label);
        _present.Remove(duplicate.Id);
        Move(duplicate, survivor.Id);
        _rows.End(duplicate);
        _rows.Begin(new AliasRecord(duplicate.Id, survivor.Id, duplicate.Names));
        _merged++;
    }

    private void Move(GraphNode duplicate, EntityId survivor)
    {
        foreach (var relation in _rows.RelationsTouching(duplicate.Id))
        {
            _rows.End(relation);
            _rows.Begin(relation with
            {
                From = relation.From == duplicate.Id ? survivor : relation.From,
                To = relation.To == duplicate.Id ? survivor : relation.To,
            });
        }
        foreach (var alias in _rows.AliasesOf(duplicate.Id))
        {
            _rows.End(alias);
            _rows.Begin(alias with { Survivor = survivor });
        }
        _names.Move(duplicate.Id, survivor);
    }
}
