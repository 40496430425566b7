using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Common.V1;

namespace GeoGraph.Cli.Import.Eto;

/// <summary>
/// Providers as states and firms. A country is the store's state of its code; an organisation is the store's firm of its name where that lies in the
/// same state, and else a firm of its own.
/// </summary>
internal sealed class EtoProviders(EtoStore store, EtoOutput output)
{
    /// <summary>What the tables name where a share belongs to many that they do not name.</summary>
    public const string Various = "Various";

    // Codes of the tables that are none of ISO 3166, with the code that they stand for.
    private static readonly Dictionary<string, string> s_codes = new(StringComparer.Ordinal) { ["MAL"] = "MYS" };

    private readonly Dictionary<string, (string? Id, Place Place)> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _stateOfFirm = new(StringComparer.Ordinal);

    /// <summary>The codes of the states that the providers need, as ISO 3166 has them.</summary>
    public static IEnumerable<string> CodesOf(IReadOnlyList<EtoRow> rows) =>
        rows.Select(row => row["provider_type"] == "country" ? row["provider_name"] : row["country"]).Where(code => code.Length > 0 && code != Various).Select(IsoOf).Distinct();

    /// <summary>The slugs of the organisations.</summary>
    public static IReadOnlySet<string> SlugsOf(IReadOnlyList<EtoRow> rows) =>
        rows.Where(row => row["provider_type"] == "organization").Select(row => Slug.Of(row["provider_name"])).Where(slug => slug.Length > 0).ToHashSet(StringComparer.Ordinal);

    /// <summary>The actor of a provider; null where its row could not be read. False where the tables have no such provider.</summary>
    public bool TryFind(string key, out string? id, out Place place)
    {
        var found = _byKey.TryGetValue(key, out var provider);
        (id, place) = provider;
        return found;
    }

    /// <summary>Adds the providers.</summary>
    public void AddAll(IReadOnlyList<EtoRow> rows)
    {
        foreach (var row in rows)
        {
            if (row["provider_id"].Length == 0 || row["provider_name"].Length == 0)
                Refuse(row, row["provider_id"].Length == 0 ? "provider_id" : "provider_name", "is empty; every provider has an id and a name");
            else if (_byKey.TryGetValue(row["provider_id"], out var other))
                Refuse(row, "provider_id", $"is given twice; first at {other.Place}");
            else
                _byKey[row["provider_id"]] = (IdOf(row), row.Place);
        }
    }

    private string? IdOf(EtoRow row) => row["provider_type"] switch
    {
        "country" when row["provider_name"] == Various => Various,
        "country" => StateOf(row, "provider_name"),
        "organization" => FirmOf(row),
        _ => Refuse(row, "provider_type", "is neither country nor organization"),
    };

    private string? StateOf(EtoRow row, string column)
    {
        var code = IsoOf(row[column]);
        if (code != row[column] && store.StateOf(code) is not null)
            output.Notes.Add(new Problem(row.PlaceOf(column), column, row[column], $"is no code of ISO 3166; read as {code}"));
        return store.StateOf(code) ?? Refuse(row, column, "is the ISO 3166 alpha-3 code of no state");
    }

    private string? FirmOf(EtoRow row)
    {
        if (StateOf(row, "country") is not { } state)
            return null;
        var slug = Slug.Of(row["provider_name"]);
        var known = slug.Length > 0 ? store.FirmOf(slug) : null;
        if (known is { IsOurs: false } && (known.StateIds.Count == 0 || known.StateIds.Contains(state)))
            return Located(known.Id, row, state, known.StateIds.Count > 0);
        var id = FreeId(row, slug, state, known);
        if (!_stateOfFirm.TryAdd(id, state))
            output.Notes.Add(new Problem(row.PlaceOf("provider_name"), "provider_name", row["provider_name"], $"has the name of another provider of the same country; both are {id}"));
        else
            output.Add(new Actor { Id = id, Names = { new LocalName { Language = "en", Text = row["provider_name"] } }, Evidence = EtoEvidence.Of("providers.csv", row.Line) }, row.Place);
        return Located(id, row, state, isStated: false);
    }

    // Names that another firm has already, elsewhere in the world, are told apart by the provider's id.
    private string FreeId(EtoRow row, string slug, string state, EtoFirm? known)
    {
        var taken = slug.Length == 0 || known is { IsOurs: false } || (_stateOfFirm.TryGetValue($"firm:{slug}", out var other) && other != state);
        if (taken && slug.Length > 0)
            output.Notes.Add(new Problem(row.PlaceOf("provider_name"), "provider_name", row["provider_name"], "is the name of another firm too, which lies elsewhere; taken as a firm of its own"));
        return !taken ? known?.Id ?? $"firm:{slug}" : $"firm:eto-{Slug.Of(row["provider_id"])}";
    }

    private string Located(string firm, EtoRow row, string state, bool isStated)
    {
        if (!isStated && _byKey.Values.All(provider => provider.Id != firm))
        {
            output.Add(new Relation
            {
                Id = $"located-in:eto-{Slug.Of(row["provider_id"])}",
                Type = RelationType.LocatedIn,
                FromId = firm,
                ToId = state,
                Evidence = EtoEvidence.Of("providers.csv", row.Line),
            }, row.Place);
        }
        return firm;
    }

    private string? Refuse(EtoRow row, string column, string rule)
    {
        output.Problems.Add(new Problem(row.PlaceOf(column), column, row[column], rule));
        return null;
    }

    private static string IsoOf(string code) => s_codes.GetValueOrDefault(code, code);
}
