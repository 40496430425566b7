using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Common.V1;

namespace GeoGraph.Scenarios.Facts;

/// <summary>Checks on actors and the relations between them.</summary>
internal sealed class ActorChecks(Questions ask)
{
    public async Task ActorAsync(FactCheck check)
    {
        var actor = (await ask.Actors.GetActorAsync(new GetActorRequest { Id = check.Need("actor"), Read = ask.Read })).Actor;
        Holds.Same(check.Text("iso_alpha2"), actor.IsoAlpha2, "iso_alpha2");
        Holds.Same(check.Flag("coordinates"), actor.Coordinates is not null, "coordinates");
        if (check.Map("attribute") is { } wanted)
            Assert.Contains(actor.Attributes, attribute => wanted.All(field => Has(attribute, field.Key, field.Value)));
    }

    public async Task SearchAsync(FactCheck check)
    {
        var found = await ask.Actors.SearchActorsAsync(new SearchActorsRequest { Text = check.Need("text"), Read = ask.Read });
        Holds.Includes([check.Need("finds")], found.Hits.Select(h => h.Actor.Id), "finds");
    }

    public async Task MembersAsync(FactCheck check)
    {
        var blocs = check.NeedList("blocs");
        var relations = await ask.RelationsAsync(new ListRelationsRequest { Types_ = { RelationType.MemberOf }, ToIds = { blocs }, AsOf = check.NeedDay("on") });
        var inAll = relations.Where(r => r.FromId.StartsWith("state:", StringComparison.Ordinal)).GroupBy(r => r.FromId).Where(g => g.Select(r => r.ToId).Distinct().Count() == blocs.Count).Select(g => g.Key);
        Holds.SameSet(check.NeedList("equals"), inAll, "members");
    }

    public async Task CommitmentsAsync(FactCheck check)
    {
        var request = new ListCommitmentsRequest { TowardsId = check.Need("towards"), Obligation = check.NeedWord<Obligation>("obligation"), AsOf = check.NeedDay("on"), Read = ask.Read };
        var bound = (await ask.Actors.ListCommitmentsAsync(request)).Commitments.Select(c => c.BoundId).ToHashSet();
        Holds.SameSet(check.List("equals"), bound, "bound");
        Holds.Includes(check.List("includes"), bound, "bound");
        Assert.Empty((check.List("excludes") ?? []).Where(bound.Contains));
    }

    public async Task RelationAsync(FactCheck check)
    {
        var id = check.Need("relation");
        if (check.Day("on") is { } on)
            Assert.Equal(check.Flag("holds") ?? true, (await ask.RelationsAsync(new ListRelationsRequest { Ids = { id }, AsOf = on })).Count == 1);
        var relation = Assert.Single(await ask.RelationsAsync(new ListRelationsRequest { Ids = { id } }));
        Holds.Same(check.Word<RelationType>("type"), relation.Type, "type");
        Holds.Same(check.Text("from"), relation.FromId, "from");
        Holds.Same(check.Text("to"), relation.ToId, "to");
        Holds.SameNumber(check.Number("share"), relation.Share, "share");
        Holds.Same(check.Text("product"), relation.ProductId, "product");
        Holds.Same(check.Text("threshold"), relation.Threshold, "threshold");
        Holds.SameSet(check.List("controlled_towards"), relation.ControlledTowardsIds, "controlled_towards");
        Holds.Same(check.Text("title"), relation.Title, "title");
        Holds.Same(check.Word<Confidence>("confidence"), relation.Evidence.Confidence, "confidence");
        if (check.List("transits") is { } transits)
            Assert.Equal(transits, relation.Transits.Select(t => t.ChokepointId));
    }

    public async Task PathAsync(FactCheck check)
    {
        var (middle, hops) = (check.Need("through"), check.Count("hops") ?? throw new FormatException($"{check}: hops is missing"));
        var types = check.NeedList("types").Select(FactCheck.WordOf<RelationType>).ToList();
        var direction = check.NeedWord<WalkDirection>("direction");
        var whole = await DepthsAsync(check.Need("from"), types, direction, hops);
        Assert.Equal(hops, whole[check.Need("to")]);
        Assert.InRange(whole[middle], 1, hops - 1);
        Assert.Equal(hops - whole[middle], (await DepthsAsync(middle, types, direction, hops))[check.Need("to")]);
    }

    private static bool Has(Contracts.Actors.V1.Attribute attribute, string field, string value) => field switch
    {
        "name" => attribute.Name == value,
        "value" => attribute.Unit.Length == 0 ? attribute.Value == value : FactCheck.Decimal(attribute.Value) == FactCheck.Decimal(value),
        "unit" => attribute.Unit == value,
        "about" => attribute.AboutId == value,
        _ => throw new FormatException($"an attribute has no {field}"),
    };

    private async Task<Dictionary<string, int>> DepthsAsync(string from, IEnumerable<RelationType> types, WalkDirection direction, int hops)
    {
        var request = new GetNeighbourhoodRequest { RootIds = { from }, Types_ = { types }, Direction = direction, MaxDepth = hops, Read = ask.Read };
        return (await ask.Actors.GetNeighbourhoodAsync(request)).Actors.ToDictionary(a => a.Actor.Id, a => a.Depth);
    }
}
