using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Core;

namespace GeoGraph.Cli.Import.Csv;

/// <summary>What a row gives.</summary>
/// <param name="Change">The change to write.</param>
/// <param name="References">Ids of other actors that it names, each with its place and column.</param>
internal sealed record CsvGiven(PlacedChange<ActorChange> Change, IReadOnlyList<Reference> References);

/// <summary>Turns rows into changes by the contracts' descriptors, as the reader of GeoGraph's own files does.</summary>
internal sealed class CsvRecordReader(CsvHeader header, List<Problem> problems)
{
    private readonly CsvCellReader _cells = new(problems);

    /// <summary>Reads a row; null, with problems told, where it is no actor or relation.</summary>
    public CsvGiven? Read(CsvRow row)
    {
        var before = problems.Count;
        if (row.Misfit(header.Columns.Count) is { } misfit)
            Tell(row.Place, "", "", misfit);
        else if (header.RecordOf(row) is not { } record)
            Tell(header.RecordCell(row).Place, CsvColumns.Record, header.RecordCell(row).Text, "is neither actor nor relation");
        else
            return Read(row, record, before);
        return null;
    }

    private CsvGiven? Read(CsvRow row, CsvRecord record, int before)
    {
        foreach (var cell in header.Nameless(row))
            Tell(cell.Place, "", cell.Text, "stands in a column without a name");
        var filled = header.Filled(row).ToArray();
        foreach (var (column, cell) in filled.Where(entry => !entry.Column.IsOf(record)))
            Tell(cell.Place, column.Name, cell.Text, $"is a column of {(record == CsvRecord.Actor ? "relations; this row is an actor" : "actors; this row is a relation")}");
        var node = NodeOf(row, filled.Where(entry => entry.Column.IsOf(record)).ToArray());
        var messages = new MessageReader(problems);
        var type = record == CsvRecord.Actor ? Actor.Descriptor : Relation.Descriptor;
        var message = messages.Read(node, type, "");
        NameColumns(filled, before);
        if (message is null || problems.Count > before)
            return null;
        return message is Actor actor ? Given(row, filled, node, actor, messages) : Given(row, filled, node, (Relation)message, messages);
    }

    private CsvGiven? Given(CsvRow row, (CsvColumn Column, CsvCell Cell)[] filled, MapNode node, Actor actor, MessageReader messages)
    {
        var before = problems.Count;
        if (actor.Names.Count == 0)
            Tell(row.Place, CsvColumns.Name, "", "is missing; an actor has a name");
        CheckId(PlaceOf(filled, "id", row), "id", actor.Id, kinds: null);
        return problems.Count > before ? null : new CsvGiven(new PlacedChange<ActorChange>(new ActorChange { Actor = actor }, actor.Id, node, ""), Named(filled, messages));
    }

    private CsvGiven? Given(CsvRow row, (CsvColumn Column, CsvCell Cell)[] filled, MapNode node, Relation relation, MessageReader messages)
    {
        var before = problems.Count;
        Require(relation.Type != RelationType.Unspecified, "type", "a relation has one of the contract's types");
        Require(relation.FromId.Length > 0, "from_id", "a relation says who it starts from");
        Require(relation.ToId.Length > 0, "to_id", "a relation says who it ends on");
        var flows = relation.Type is RelationType.Supplies or RelationType.ExportsTo;
        Require(!flows || relation.ProductId.Length > 0, "product_id", $"{WireNames.ToKind(relation.Type.ToString())} names its product");
        Require(relation.Type != RelationType.Supplies || relation.InputGroup.Length > 0, "input_group", "supplies names the input group of the buyer");
        foreach (var reference in messages.References)
            CheckId(reference.Place, reference.Path, reference.Id, kinds: null);
        if (problems.Count > before)
            return null;
        if (relation.Id.Length == 0)
            relation.Id = RelationIds.Of(relation);
        CheckId(PlaceOf(filled, "id", row), "id", relation.Id, IdKinds.Expected(Section.Relations, relation));
        return problems.Count > before ? null : new CsvGiven(new PlacedChange<ActorChange>(new ActorChange { Relation = relation }, relation.Id, node, ""), Named(filled, messages));

        void Require(bool holds, string column, string rule)
        {
            if (!holds)
                Tell(row.Place, column, "", "is missing; " + rule);
        }
    }

    private static MapNode NodeOf(CsvRow row, (CsvColumn Column, CsvCell Cell)[] filled, CsvCellReader cells)
    {
        var fields = filled.Where(entry => entry.Column.Path.Length > 0).Select(entry => (entry.Column.Path.Split('.'), entry.Cell, cells.Read(entry.Column, entry.Cell))).ToList();
        var names = filled.Where(entry => CsvColumns.LanguageOf(entry.Column.Name).Length > 0).ToArray();
        for (var i = 0; i < names.Length; i++)
            fields.Add((["names", $"{i}"], names[i].Cell, CsvCellReader.Map(names[i].Cell, ("language", CsvColumns.LanguageOf(names[i].Column.Name)), ("text", names[i].Cell.Text))));
        return (MapNode)CsvTree.Of(fields, new CsvCell(row.Place, ""), 0);
    }

    private MapNode NodeOf(CsvRow row, (CsvColumn Column, CsvCell Cell)[] filled)
    {
        var node = NodeOf(row, filled, _cells);
        var inference = filled.FirstOrDefault(entry => entry.Column.Name == "transits_inference").Cell;
        return string.IsNullOrEmpty(inference.Text) ? node : CsvTree.WithInference(node, inference);
    }

    // The messages' reader tells fields of the contracts; the file has columns.
    private void NameColumns((CsvColumn Column, CsvCell Cell)[] filled, int from)
    {
        for (var i = from; i < problems.Count; i++)
        {
            if (Array.Find(filled, entry => entry.Cell.Place == problems[i].Place).Column is { } column)
                problems[i] = problems[i] with { Field = column.Name };
        }
    }

    private static Reference[] Named((CsvColumn Column, CsvCell Cell)[] filled, MessageReader messages) =>
        [.. messages.References.Select(reference => reference with { Path = Array.Find(filled, entry => entry.Cell.Place == reference.Place).Column?.Name ?? reference.Path })];

    private static Place PlaceOf((CsvColumn Column, CsvCell Cell)[] filled, string column, CsvRow row) =>
        Array.Find(filled, entry => entry.Column.Name == column) is { Column: not null } found ? found.Cell.Place : row.Place;

    private void CheckId(Place place, string column, string id, string? kinds)
    {
        if (id.Length == 0)
            Tell(place, column, "", "is missing; every actor has one");
        else if (!EntityId.TryParse(id, out _))
            Tell(place, column, id, EntityId.Rule);
        else if (kinds is not null && IdKinds.KindOf(id) != kinds)
            Tell(place, column, id, $"must begin with {kinds}: here");
        else if (kinds is null && !IdKinds.OfActorsAlone.Contains(IdKinds.KindOf(id)))
            Tell(place, column, id, $"must begin with the kind of an actor, one of {string.Join(", ", IdKinds.OfActorsAlone)}");
    }

    private void Tell(Place place, string field, string value, string rule) => problems.Add(new Problem(place, field, value, rule));
}
