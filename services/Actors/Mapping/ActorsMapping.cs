using GeoGraph.Actors.Storage;
using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Wire;
using Wire = GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Actors.Mapping;

/// <summary>What the service answers, as the contract writes it.</summary>
internal static class ActorsMapping
{
    public static string Token(Revision revision) => RevisionToken.Of(ServiceNames.Actors, revision).ToString();

    public static Wire.Actor ToWire(Actor actor)
    {
        var wire = new Wire.Actor
        {
            Id = actor.Id.Value,
            Kind = (Wire.ActorKind)actor.Kind,
            Description = actor.Description,
            Valid = actor.Valid.ToWire(),
            IsoAlpha2 = actor.IsoAlpha2,
            IsoAlpha3 = actor.IsoAlpha3,
            OutputUsdPerYear = actor.OutputUsdPerYear.ToWire(),
            Evidence = actor.Evidence.ToWire(),
            MainPort = actor.MainPort,
            Revision = actor.ChangedAt.Number,
            RecoveryDays = actor.RecoveryDays.ToWire(),
            UnLocode = actor.UnLocode,
        };
        if (actor.Coordinates is { } place)
            wire.Coordinates = ToWire(place);
        wire.Names.Add(actor.Names.Select(name => name.ToWire()));
        wire.HsCodes.Add(actor.HsCodes.Select(code => code.ToString()));
        wire.Attributes.Add(actor.Attributes.Select(ToWire));
        wire.Stocks.Add(actor.Stocks.Select(stock => new Wire.Stock { InputGroup = stock.InputGroup, Days = DecimalText.Print(stock.Days) }));
        wire.Path.Add(actor.Path.Select(ToWire));
        wire.Passages.Add(actor.Passages);
        return wire;
    }

    public static Wire.Relation ToWire(Relation relation)
    {
        var wire = new Wire.Relation
        {
            Id = relation.Id.Value,
            Type = (Wire.RelationType)relation.Type,
            FromId = relation.From.Value,
            ToId = relation.To.Value,
            Valid = relation.Valid.ToWire(),
            Evidence = relation.Evidence.ToWire(),
            Share = relation.Share.ToWire(),
            ValueUsdPerYear = relation.ValueUsdPerYear.ToWire(),
            ProductId = relation.ProductId?.Value ?? "",
            InputGroup = relation.InputGroup,
            Inessential = relation.Inessential,
            RequirementPerUnit = relation.RequirementPerUnit.ToWire(),
            CapacityUsdPerYear = relation.CapacityUsdPerYear.ToWire(),
            Threshold = relation.Threshold,
            Title = relation.Title,
            AnnouncedOn = relation.AnnouncedOn?.ToWire(),
            Revision = relation.ChangedAt.Number,
        };
        wire.Transits.Add(relation.Transits.Select(ToWire));
        wire.Obligations.Add(relation.Obligations.Select(obligation => (Wire.Obligation)obligation));
        wire.ControlledTowardsIds.Add(relation.ControlledTowardsIds.Select(id => id.Value));
        return wire;
    }

    public static Wire.Alias ToWire(AliasItem alias)
    {
        var wire = new Wire.Alias { AliasId = alias.Alias.Value, SurvivorId = alias.Survivor.Value };
        wire.Names.Add(alias.Names.Select(name => name.ToWire()));
        return wire;
    }

    public static Wire.ActorHit ToWire(NameHit hit) => new()
    {
        Actor = ToWire(ActorNodes.ToActor(hit.Node)),
        Match = (Wire.MatchKind)(hit.Match + 1),
        MatchedName = hit.Name?.ToWire(),
    };

    public static Wire.WatchActorsResponse ToWire(ActorChangeSet set)
    {
        var wire = new Wire.WatchActorsResponse { RevisionToken = Token(set.Revision) };
        wire.DeletedIds.Add(set.Items.OfType<DeletedItem>().Select(item => item.Id.Value));
        wire.Actors.Add(set.Items.OfType<ActorItem>().Select(item => ToWire(item.Actor)));
        wire.Relations.Add(set.Items.OfType<RelationItem>().Select(item => ToWire(item.Relation)));
        wire.Aliases.Add(set.Items.OfType<AliasItem>().Select(ToWire));
        return wire;
    }

    private static Wire.Attribute ToWire(ActorAttribute attribute) => new()
    {
        Name = attribute.Name,
        Value = attribute.Value,
        Unit = attribute.Unit,
        AboutId = attribute.AboutId?.Value ?? "",
        Valid = attribute.Valid.ToWire(),
        Evidence = attribute.Evidence.ToWire(),
    };

    private static Wire.Coordinates ToWire(Coordinates point) =>
        new() { Latitude = DecimalText.Print(point.Latitude), Longitude = DecimalText.Print(point.Longitude) };

    private static Wire.Transit ToWire(Transit transit) => new()
    {
        ChokepointId = transit.ChokepointId.Value,
        Share = DecimalText.Print(transit.Share),
        Inferred = transit.Inferred,
        Inference = transit.Inference,
    };
}
