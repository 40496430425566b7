using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Common.V1;

namespace GeoGraph.Cli.Import.Eto;

/// <summary>Stages and inputs as products, and what goes into what.</summary>
internal sealed class EtoProducts(EtoOutput output)
{
    private const string PartOfStage = "The input is a process of the stage; that the stage cannot do without it is not stated, so it is marked inessential.";
    private const string KindOf = "The input is a type of the other; one type can stand in for another, so it is marked inessential.";

    private readonly Dictionary<string, (string Id, EtoRow Row)> _byKey = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Actor> _actors = new(StringComparer.Ordinal);

    /// <summary>The product of a stage or input; null where the tables have none.</summary>
    public string? Find(string key) => _byKey.TryGetValue(key, out var product) ? product.Id : null;

    /// <summary>The row of a stage or input that the tables have: its chart names what shares rest on.</summary>
    public EtoRow RowOf(string key) => _byKey[key].Row;

    /// <summary>Says on a product which share of the world many unnamed providers hold.</summary>
    public void AddVarious(string key, string share, EtoRow row) => _actors[key].Attributes.Add(new Contracts.Actors.V1.Attribute
    {
        Name = "share_of_various_providers",
        Value = share,
        Unit = "share",
        Evidence = EtoEvidence.Of("provision.csv", row.Line, RowOf(key)),
    });

    /// <summary>Adds the stages, then the inputs, then what belongs to which stage.</summary>
    public void AddAll(EtoTables tables)
    {
        foreach (var row in tables.Stages)
            Add(row, "stage_id", "stage_name", "stages.csv", "stage");
        foreach (var row in tables.Inputs)
            Add(row, "input_id", "input_name", "inputs.csv", row["type"]);
        foreach (var row in tables.Inputs.Where(row => row["stage_id"].Length > 0 && Find(row["input_id"]) is not null))
            Require(row, "stage_id", "input_id", "inputs.csv", "requires:eto-stage", PartOfStage, $"{row["input_name"]}: {row["stage_id"]}");
    }

    /// <summary>Adds what the sequence says.</summary>
    public void AddSequence(IReadOnlyList<EtoRow> rows)
    {
        foreach (var row in rows)
        {
            if (row["goes_into_id"].Length + row["is_type_of_id"].Length == 0)
                output.Problems.Add(new Problem(row.Place, "goes_into_id", "", "is empty, and is_type_of_id too; a row says one of them"));
            if (row["goes_into_id"].Length > 0)
                Require(row, "goes_into_id", "input_id", "sequence.csv", "requires:eto", inference: "", row.Line);
            if (row["is_type_of_id"].Length > 0)
                Require(row, "is_type_of_id", "input_id", "sequence.csv", "requires:eto-type", KindOf, row.Line);
        }
    }

    private void Add(EtoRow row, string keyColumn, string nameColumn, string table, string type)
    {
        var (key, name) = (row[keyColumn], row[nameColumn]);
        if (key.Length == 0 || name.Length == 0)
            output.Problems.Add(new Problem(row.Place, key.Length == 0 ? keyColumn : nameColumn, "", "is empty; every row has an id and a name"));
        else if (_byKey.TryGetValue(key, out var other))
            output.Problems.Add(new Problem(row.PlaceOf(keyColumn), keyColumn, key, $"is given twice; first at {other.Row.Place}"));
        else
            AddProduct(row, key, name, table, type);
    }

    private void AddProduct(EtoRow row, string key, string name, string table, string type)
    {
        var slug = Slug.Of(name);
        var id = slug.Length > 0 && _ids.Add(slug) ? $"product:eto-{slug}" : $"product:eto-{Slug.Of(key)}";
        var actor = new Actor
        {
            Id = id,
            Names = { new LocalName { Language = "en", Text = name } },
            Description = row["description"],
            Evidence = EtoEvidence.Of(table, "", row),
        };
        AddText(actor, "eto_id", key);
        AddText(actor, "eto_type", type);
        AddText(actor, "global_market_size", row["market_share_chart_global_market_size_info"]);
        (_byKey[key], _actors[key]) = ((id, row), actor);
        output.Add(actor, row.Place);
    }

    private static void AddText(Actor actor, string name, string value)
    {
        if (value.Length > 0)
            actor.Attributes.Add(new Contracts.Actors.V1.Attribute { Name = name, Value = value });
    }

    private void Require(EtoRow row, string wholeColumn, string partColumn, string table, string ids, string inference, string quote)
    {
        foreach (var column in new[] { wholeColumn, partColumn }.Where(column => Find(row[column]) is null))
            output.Problems.Add(new Problem(row.PlaceOf(column), column, row[column], "is no stage and no input of the tables"));
        if (Find(row[wholeColumn]) is not { } whole || Find(row[partColumn]) is not { } part)
            return;
        if (whole == part)
            output.Problems.Add(new Problem(row.PlaceOf(wholeColumn), wholeColumn, row[wholeColumn], "is the input itself; nothing goes into itself"));
        else
        {
            output.Add(new Relation
            {
                Id = $"{ids}-{Slug.Of(row[wholeColumn])}-{Slug.Of(row[partColumn])}",
                Type = RelationType.Requires,
                FromId = whole,
                ToId = part,
                Inessential = inference.Length > 0,
                Evidence = inference.Length > 0 ? EtoEvidence.Inferred(table, quote, inference) : EtoEvidence.Of(table, quote),
            }, row.Place);
        }
    }
}
