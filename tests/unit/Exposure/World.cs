using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Views;

namespace GeoGraph.UnitTests.Exposure;

/// <summary>Rows written down in few words. Firms are named without kind; a relation's id follows from its ends.</summary>
internal sealed class World
{
    public static readonly DateOnly Day = new(2026, 2, 1);

    public List<NodeRow> Nodes { get; } = [];

    public List<RelationRow> Relations { get; } = [];

    public static EntityId Id(string text) => EntityId.Parse(text.Contains(':') ? text : $"firm:{text}");

    public World Node(string id, NodeKind kind, ValidPeriod valid = default, decimal? output = null)
    {
        Nodes.Add(new NodeRow { Id = Id(id), Kind = kind, Valid = valid, OutputUsdPerYear = output });
        return this;
    }

    public World States(params string[] codes) => Each(codes, code => Node($"state:{code}", NodeKind.State));

    public World Blocs(params string[] names) => Each(names, name => Node($"bloc:{name}", NodeKind.Bloc));

    public World Chokepoints(params string[] names) => Each(names, name => Node($"chokepoint:{name}", NodeKind.Chokepoint));

    public World Firm(string name, string? state = null)
    {
        Node(name, NodeKind.Firm);
        return state is null ? this : Relate(RelationKind.LocatedIn, name, $"state:{state}");
    }

    public World Relate(RelationKind kind, string from, string to, Func<RelationRow, RelationRow>? change = null)
    {
        var row = new RelationRow { Id = EntityId.Parse($"{kind.ToString().ToLowerInvariant()}:{Id(from).Name}-{Id(to).Name}"), Kind = kind, From = Id(from), To = Id(to) };
        Relations.Add(change is null ? row : change(row));
        return this;
    }

    public World Supply(string from, string to, string product, string group, decimal? value, params (string Chokepoint, decimal Share)[] passes) =>
        Relate(RelationKind.Supplies, from, to, row => row with
        {
            Product = EntityId.Parse($"hs:{product}"),
            InputGroup = group,
            ValueUsdPerYear = value,
            Transits = [.. passes.Select(pass => new TransitRow(EntityId.Parse($"chokepoint:{pass.Chokepoint}"), pass.Share))],
        });

    public World Change(string relation, Func<RelationRow, RelationRow> change)
    {
        var index = Relations.FindIndex(row => row.Id.Value == relation);
        Relations[index] = change(Relations[index]);
        return this;
    }

    public CompileResult Compile() => GraphBuilder.Build(Nodes, Relations);

    public GraphView View(EvidenceRule? evidence = null, DateOnly? asOf = null) =>
        Compile().Graph.At(asOf ?? Day, RevisionToken.Of("actors", new Revision(7)), evidence);

    private World Each(string[] names, Func<string, World> add)
    {
        foreach (var name in names)
            add(name);
        return this;
    }
}

/// <summary>What tests ask with.</summary>
internal static class Ask
{
    public static readonly TraceLimits Limits = TraceLimits.Default;

    public static string Path(this Chain chain) => string.Join(" < ", chain.Nodes.Select(node => node.Name));
}
