namespace GeoGraph.Neo4j.Format;

/// <summary>
/// Which labels and types a store has held, and which types of relations the ids of a kind have named, so that a relation is looked for in one or two
/// places and not in every type. It only grows: what it lists need not be there now, but what it does not list never was.
/// </summary>
internal sealed class Catalogue
{
    /// <summary>The catalogue of an empty store.</summary>
    public static readonly Catalogue Empty = new([], [], []);

    private readonly Dictionary<string, string[]> _typesOfKinds;

    /// <param name="labels">The labels of nodes.</param>
    /// <param name="types">The types of relations.</param>
    /// <param name="kinds">Kinds of ids with a type each, as <see cref="Kinds"/> gives them.</param>
    public Catalogue(IEnumerable<string> labels, IEnumerable<string> types, IEnumerable<string> kinds)
    {
        Labels = new SortedSet<string>(labels, StringComparer.Ordinal);
        Types = new SortedSet<string>(types, StringComparer.Ordinal);
        Kinds = new SortedSet<string>(kinds, StringComparer.Ordinal);
        _typesOfKinds = Kinds.Select(static kind => kind.Split(' ', 2)).GroupBy(static pair => pair[0], static pair => pair[1])
            .ToDictionary(static group => group.Key, static group => group.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The labels of nodes, in ordinal order.</summary>
    public IReadOnlySet<string> Labels { get; }

    /// <summary>The types of relations, in ordinal order.</summary>
    public IReadOnlySet<string> Types { get; }

    /// <summary>Kinds of ids and a type that they named, as <c>supplies SUPPLIES</c>, in ordinal order.</summary>
    public IReadOnlySet<string> Kinds { get; }

    /// <summary>The types of relations that ids of a kind have named.</summary>
    public IReadOnlyList<string> TypesOf(string kind) => _typesOfKinds.GetValueOrDefault(kind, []);

    /// <summary>The entry of <see cref="Kinds"/> for a kind and a type.</summary>
    public static string Entry(string kind, string type) => kind + " " + type;
}
