using GeoGraph.Core;
using GeoGraph.Exposure.Columns;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Assembly;

/// <summary>
/// Nodes and relations that wait to be compiled, as numbers, so that ten million of them fit. What states a number that no column can hold is kept as a row
/// beside. Added to by one writer.
/// </summary>
internal sealed class GraphStage
{
    private readonly Numbering<string> _groups = new(StringComparer.Ordinal);
    private readonly Numbering<Term> _terms = new(null);
    private readonly Numbering<StatedTransits> _transits = new(null);
    private int[]? _current;
    private IReadOnlyDictionary<EntityId, EntityId> _aliases = new Dictionary<EntityId, EntityId>();

    /// <summary>The ids of nodes, ends and products.</summary>
    public TextInterner Names { get; } = new();

    /// <summary>The nodes.</summary>
    public List<StagedNode> Nodes { get; } = [];

    /// <summary>The relations.</summary>
    public StagedRelations Relations { get; } = new();

    /// <summary>Names of input groups.</summary>
    public IReadOnlyList<string> Groups => _groups.Items;

    /// <summary>Own dates and evidence.</summary>
    public IReadOnlyList<Term> Terms => _terms.Items;

    /// <summary>Lists of stated transits.</summary>
    public IReadOnlyList<StatedTransits> Transits => _transits.Items;

    /// <summary>Nodes by their place that state a number out of range.</summary>
    public Dictionary<int, NodeRow> OddNodes { get; } = [];

    /// <summary>Relations by their place that state a number out of range.</summary>
    public Dictionary<int, RelationRow> OddRelations { get; } = [];

    /// <summary>The number of an input group's name.</summary>
    public int GroupOf(string name) => _groups.Of(name);

    /// <summary>The number of dates and evidence.</summary>
    public int TermOf(ValidPeriod valid, RelationFlags flags) => _terms.Of(Term.Of(valid, flags));

    /// <summary>The number of a list of transits; -1 for none.</summary>
    public int TransitsOf(IReadOnlyList<TransitRow> transits) => transits.Count == 0 ? -1 : _transits.Of(new StatedTransits(transits));

    /// <summary>Adds a node.</summary>
    public void Add(NodeRow row)
    {
        if (NodeRules.IsOdd(row))
            OddNodes.Add(Nodes.Count, row);
        var accepted = NodeRules.Accepted(row);
        Nodes.Add(new StagedNode(Names.Intern(row.Id.Value), row.Kind, Term.Of(row.Valid, default), FixedPoint.FromUsd(accepted.OutputUsdPerYear), NodeFacts.Of(accepted)));
    }

    /// <summary>Adds a relation.</summary>
    public void Add(RelationRow row)
    {
        var isOdd = row.Share is < 0m or > 1m || row.ValueUsdPerYear is < 0m or > FixedPoint.MaxUsd || row.CapacityUsdPerYear is < 0m or > FixedPoint.MaxUsd;
        if (isOdd)
            OddRelations.Add(Relations.Count, row);
        var isNamed = row.Kind != RelationKind.ExportsTo && !string.IsNullOrEmpty(row.InputGroup);
        Relations.Add(row.Id.Value, new StagedRelation(
            row.Kind, Names.Intern(row.From.Value), Names.Intern(row.To.Value), row.Product is { } product ? Names.Intern(product.Value) : -1,
            isNamed ? GroupOf(row.InputGroup!) : -1, TermOf(row.Valid, RelationFlags.Of(row)), TransitsOf(row.Transits),
            isOdd ? FixedPoint.NotStated : FixedPoint.FromUsd(row.ValueUsdPerYear), isOdd ? FixedPoint.NotStated : FixedPoint.FromShare(row.Share),
            isOdd ? FixedPoint.NotStated : FixedPoint.FromUsd(row.CapacityUsdPerYear)));
    }

    /// <summary>
    /// Takes former ids for what they name now wherever a relation names one; called once, when all is staged.
    /// </summary>
    /// <returns>The relations that name a former id, as they were staged.</returns>
    public List<RelationRow> Follow(IReadOnlyDictionary<EntityId, EntityId> aliases)
    {
        var named = new List<RelationRow>();
        var former = Formers(aliases);
        var lists = Transits.Select(transits => transits.Rows.Any(row => aliases.ContainsKey(row.Chokepoint))).ToArray();
        if (former is null && !lists.Contains(true))
            return named;
        for (var place = 0; place < Relations.Count; place++)
        {
            var row = Relations[place];
            if (IsFormer(former, row.From) || IsFormer(former, row.To) || IsFormer(former, row.Product) || (row.Transits >= 0 && lists[row.Transits]))
                named.Add(RelationRow(place));
        }
        (_current, _aliases) = (former, aliases);
        return named;
    }

    /// <summary>The name that stands for a name now: itself where it is no former id.</summary>
    public int Current(int name) => _current is null || name < 0 || name >= _current.Length ? name : _current[name];

    /// <summary>The transits of a list, with what their chokepoints are named now.</summary>
    public IReadOnlyList<TransitRow> TransitsOf(int list)
    {
        var stated = Transits[list].Rows;
        return stated.Any(row => _aliases.ContainsKey(row.Chokepoint)) ? [.. stated.Select(row => row with { Chokepoint = Aliases.Follow(_aliases, row.Chokepoint) })] : stated;
    }

    private static bool IsFormer(int[]? former, int name) => former is not null && name >= 0 && former[name] != name;

    // What each name stands for, or null where no former id is named.
    private int[]? Formers(IReadOnlyDictionary<EntityId, EntityId> aliases)
    {
        int[]? current = null;
        foreach (var alias in aliases.Keys)
        {
            if (Names.Find(alias.Value) is not (>= 0 and var name))
                continue;
            var survivor = Names.Intern(Aliases.Follow(aliases, alias).Value);
            current ??= [.. Enumerable.Range(0, Names.Texts.Count)];
            if (current.Length < Names.Texts.Count)
                current = [.. current, .. Enumerable.Range(current.Length, Names.Texts.Count - current.Length)];
            current[name] = survivor;
        }
        return current;
    }

    /// <summary>A staged node as a row.</summary>
    public NodeRow NodeRow(int place)
    {
        if (OddNodes.TryGetValue(place, out var odd))
            return odd;
        var node = Nodes[place];
        return new NodeRow
        {
            Id = IdOf(node.Name),
            Kind = node.Kind,
            Valid = node.Term.Own,
            OutputUsdPerYear = FixedPoint.ToUsd(node.Output),
            RecoveryDays = node.Facts?.RecoveryDays,
            MainPort = node.Facts?.MainPort,
            Stocks = node.Facts?.Stocks ?? [],
            HsCodes = node.Facts?.HsCodes ?? [],
        };
    }

    /// <summary>A staged relation as a row.</summary>
    public RelationRow RelationRow(int place)
    {
        if (OddRelations.TryGetValue(place, out var odd))
            return odd;
        var row = Relations[place];
        var term = Terms[row.Term];
        return new RelationRow
        {
            Id = EntityId.Parse(System.Text.Encoding.UTF8.GetString(Relations.Ids[place])),
            Kind = row.Kind,
            From = IdOf(Current(row.From)),
            To = IdOf(Current(row.To)),
            Product = row.Product < 0 ? null : IdOf(Current(row.Product)),
            InputGroup = row.Group < 0 ? null : Groups[row.Group],
            Share = FixedPoint.ToShare(row.Share),
            ValueUsdPerYear = FixedPoint.ToUsd(row.Value),
            CapacityUsdPerYear = FixedPoint.ToUsd(row.Capacity),
            Transits = row.Transits < 0 ? [] : TransitsOf(row.Transits),
            Valid = term.Own,
            Inferred = term.Flags.Inferred,
            Confidence = term.Flags.Confidence,
            Essential = term.Flags.Essential,
            Obligations = term.Flags.Obligations,
        };
    }

    /// <summary>The id of a name.</summary>
    public EntityId IdOf(int name) => EntityId.Parse(System.Text.Encoding.UTF8.GetString(Names.Texts[name]));
}
