using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Core;

namespace GeoGraph.Cli.Import.Csv;

/// <summary>What a row gives.</summary>
/// <param name="Change">The change to write; null where the row has no id that can be relied on.</param>
/// <param name="References">Ids of other actors that it names, each with its place and column.</param>
internal sealed record CsvGiven(PlacedChange<ActorChange>? Change, IReadOnlyList<Reference> References);

/// <summary>
/// Turns rows into changes by the contracts' descriptors, as the reader of GeoGraph's own files does. A row with problems still gives the ids that
/// it has, so that those which are given twice or nowhere are told at once.
/// </summary>
internal sealed class CsvRecordReader(CsvHeader header, List<Problem> problems)
{
    private readonly CsvCellReader _cells = new(problems);

    /// <summary>Reads a row; null, with a problem told, where it is no row of the header or neither actor nor relation.</summary>
    public CsvGiven? Read(CsvRow row)
    {
        if (row.Misfit(header.Columns.Count) is { } misfit)
            Tell(row.Place, "", "", misfit);
        else if (header.RecordOf(row) is not { } record)
            Tell(header.RecordCell(row).Place, CsvColumns.Record, header.RecordCell(row).Text, "is neither actor nor relation");
        else
            return Read(row, record);
        return null;
    }

    private CsvGiven Read(CsvRow row, CsvRecord record)
    {
        foreach (var cell in header.Nameless(row))
            Tell(cell.Place, "", cell.Text, "stands in a column without a name");
        var all = header.Filled(row);
        foreach (var (column, cell) in all.Cells.Where(entry => !entry.Column.IsOf(record)))
            Tell(cell.Place, column.Name, cell.Text, $"is a column of {(record == CsvRecord.Actor ? "relations; this row is an actor" : "actors; this row is a relation")}");
        var (filled, before) = (all.Of(record), problems.Count);
        var node = NodeOf(filled);
        var messages = new MessageReader(problems);
        var message = messages.Read(node, record == CsvRecord.Actor ? Actor.Descriptor : Relation.Descriptor, "");
        // The messages' reader tells fields of the contracts; the file has columns.
        for (var i = before; i < problems.Count; i++)
            problems[i] = problems[i] with { Field = filled.ColumnAt(problems[i].Place) ?? problems[i].Field };
        return message is Relation relation ? Given(filled, node, relation, messages.References) : Given(filled, node, (Actor)message!);
    }

    private CsvGiven Given(CsvFilled filled, MapNode node, Actor actor)
    {
        if (!filled.Names().Any())
            Tell(filled.Row, CsvColumns.Name, "", "is missing; an actor has a name");
        var good = IsId(filled.PlaceOf("id"), "id", actor.Id, kind: null);
        return new CsvGiven(good ? new PlacedChange<ActorChange>(new ActorChange { Actor = actor }, actor.Id, node, "") : null, []);
    }

    private CsvGiven Given(CsvFilled filled, MapNode node, Relation relation, IEnumerable<Reference> references)
    {
        var named = references.Select(reference => reference with { Path = filled.ColumnAt(reference.Place) ?? reference.Path })
            .Where(reference => IsId(reference.Place, reference.Path, reference.Id, kind: null)).ToArray();
        // All are looked at, so that all that is missing is told.
        var supplies = relation.Type == RelationType.Supplies;
        var complete = Has(filled, "type", "a relation has one of the contract's types") & Has(filled, "from_id", "a relation says who it starts from")
            & Has(filled, "to_id", "a relation says who it ends on")
            & (!(supplies || relation.Type == RelationType.ExportsTo) || Has(filled, "product_id", "a flow names its product"))
            & (!supplies || Has(filled, "input_group", "SUPPLIES names the input group of the buyer"));
        if (!complete || relation.Type == RelationType.Unspecified)
            return new CsvGiven(null, named);
        if (relation.Id.Length == 0)
            relation.Id = RelationIds.Of(relation);
        var good = IsId(filled.PlaceOf("id"), "id", relation.Id, IdKinds.Expected(Section.Relations, relation));
        return new CsvGiven(good ? new PlacedChange<ActorChange>(new ActorChange { Relation = relation }, relation.Id, node, "") : null, named);
    }

    private MapNode NodeOf(CsvFilled filled)
    {
        var fields = filled.Cells.Where(entry => entry.Column.Path.Length > 0)
            .Select(entry => (entry.Column.Path.Split('.'), entry.Cell, _cells.Read(entry.Column, entry.Cell))).ToList();
        foreach (var (language, cell) in filled.Names())
            fields.Add((["names", $"{fields.Count}"], cell, CsvCellReader.Map(cell, ("language", language), ("text", cell.Text))));
        var node = (MapNode)CsvTree.Of(fields, filled.Row, 0);
        return filled.Find("transits_inference") is { } inference ? CsvTree.WithInference(node, inference) : node;
    }

    private bool Has(CsvFilled filled, string column, string rule)
    {
        if (filled.Find(column) is not null)
            return true;
        Tell(filled.Row, column, "", "is missing; " + rule);
        return false;
    }

    private bool IsId(Place place, string column, string id, string? kind)
    {
        var before = problems.Count;
        if (id.Length == 0)
            Tell(place, column, "", "is missing; every actor has one");
        else if (!EntityId.TryParse(id, out _))
            Tell(place, column, id, EntityId.Rule);
        else if (kind is not null && IdKinds.KindOf(id) != kind)
            Tell(place, column, id, $"must begin with {kind}: here");
        else if (kind is null && !IdKinds.OfActorsAlone.Contains(IdKinds.KindOf(id)))
            Tell(place, column, id, $"must begin with the kind of an actor, one of {string.Join(", ", IdKinds.OfActorsAlone)}");
        return problems.Count == before;
    }

    private void Tell(Place place, string field, string value, string rule) => problems.Add(new Problem(place, field, value, rule));
}
