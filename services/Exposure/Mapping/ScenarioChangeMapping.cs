using GeoGraph.Core;
using GeoGraph.Exposure.Feed;
using GeoGraph.Exposure.Scenarios;
using GeoGraph.Hosting.Wire;
using Google.Protobuf;
using Actors = GeoGraph.Contracts.Actors.V1;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure.Mapping;

/// <summary>Reads the changes of one scenario, and notes where two of them contradict one another.</summary>
internal sealed class ScenarioChangeMapping(RequestFields fields, AssumedLawMapping law)
{
    private readonly ScenarioClaims _claims = new(fields.Violations);

    /// <summary>The step of a change; null where it changes the law, or breaks a rule.</summary>
    public ScenarioStep? Read(string field, Wire.ScenarioChange wire)
    {
        switch (wire.ChangeCase)
        {
            case Wire.ScenarioChange.ChangeOneofCase.PutActor:
                return PutNode(field + ".put_actor", wire.PutActor);
            case Wire.ScenarioChange.ChangeOneofCase.PutRelation:
                return PutRelation(field + ".put_relation", wire.PutRelation);
            case Wire.ScenarioChange.ChangeOneofCase.RemoveId:
                _claims.Remove(field + ".remove_id", wire.RemoveId);
                return new RemoveStep(field + ".remove_id", fields.Id(field + ".remove_id", wire.RemoveId));
            case Wire.ScenarioChange.ChangeOneofCase.AdjustRelation:
                return AdjustRelation(field + ".adjust_relation", wire.AdjustRelation);
            case Wire.ScenarioChange.ChangeOneofCase.AdjustActor:
                return AdjustNode(field + ".adjust_actor", wire.AdjustActor);
            case Wire.ScenarioChange.ChangeOneofCase.CloseChokepoint:
                return Close(field + ".close_chokepoint", wire.CloseChokepoint);
            case Wire.ScenarioChange.ChangeOneofCase.None:
                fields.Violations.Add(field, "", "a change says what changes");
                return null;
            default:
                law.Read(field, wire, _claims);
                return null;
        }
    }

    private PutNodeStep? PutNode(string field, Actors.Actor wire)
    {
        var kind = fields.ReadKind(field, wire);
        if (kind is null)
            return null;
        var row = fields.ReadNode(field, wire, kind.Value);
        fields.CheckStocks(field, wire.Stocks);
        _claims.Put(field, wire.Id, wire.ToByteString().ToBase64());
        return new PutNodeStep(field, row);
    }

    private PutRelationStep? PutRelation(string field, Actors.Relation wire)
    {
        if (fields.ReadKind(field, wire) is not { } kind)
            return null;
        var row = fields.ReadRelation(field, wire, kind);
        fields.CheckEnds(field, row);
        _claims.Put(field, wire.Id, wire.ToByteString().ToBase64());
        foreach (var needed in (string[])[wire.FromId, wire.ToId, .. wire.Transits.Select(transit => transit.ChokepointId)])
            _claims.Needs(field, needed);
        return new PutRelationStep(field, row);
    }

    private AdjustRelationStep AdjustRelation(string field, Wire.RelationAdjustment wire)
    {
        var step = new AdjustRelationStep(field, fields.Id(field + ".relation_id", wire.RelationId))
        {
            ValueUsdPerYear = fields.NotNegative(field + ".value_usd_per_year", wire.ValueUsdPerYear),
            Share = fields.Share(field + ".share", wire.Share),
            CapacityUsdPerYear = fields.NotNegative(field + ".capacity_usd_per_year", wire.CapacityUsdPerYear),
            Factor = fields.Decimal(field + ".factor", wire.Factor, "a factor lies between 0 and 1000", 0m, 1000m),
        };
        if (wire.ValueUsdPerYear.Length + wire.Share.Length + wire.CapacityUsdPerYear.Length + wire.Factor.Length == 0)
            fields.Violations.Add(field, wire.RelationId, "an adjustment sets at least one number");
        if (wire.Factor.Length > 0 && wire.ValueUsdPerYear.Length + wire.CapacityUsdPerYear.Length > 0)
            fields.Violations.Add(field + ".factor", wire.Factor, "a factor excludes a value and a capacity, which it multiplies");
        _claims.Needs(field, wire.RelationId);
        Number(field, wire.RelationId, "value", step.ValueUsdPerYear, step.Factor);
        Number(field, wire.RelationId, "capacity", step.CapacityUsdPerYear, step.Factor);
        Number(field, wire.RelationId, "share", step.Share, null);
        return step;
    }

    private AdjustNodeStep AdjustNode(string field, Wire.ActorAdjustment wire)
    {
        var step = new AdjustNodeStep(field, fields.Id(field + ".actor_id", wire.ActorId))
        {
            OutputUsdPerYear = fields.NotNegative(field + ".output_usd_per_year", wire.OutputUsdPerYear),
            RecoveryDays = fields.NotNegative(field + ".recovery_days", wire.RecoveryDays),
            Stocks = fields.ReadStocks(field, wire.Stocks),
        };
        if (wire.OutputUsdPerYear.Length + wire.RecoveryDays.Length + wire.Stocks.Count == 0)
            fields.Violations.Add(field, wire.ActorId, "an adjustment sets at least one number");
        fields.CheckStocks(field, wire.Stocks);
        _claims.Needs(field, wire.ActorId);
        Number(field, wire.ActorId, "output", step.OutputUsdPerYear, null);
        Number(field, wire.ActorId, "recovery", step.RecoveryDays, null);
        foreach (var stock in step.Stocks)
            Number(field, wire.ActorId, "stock of " + stock.InputGroup, stock.Days, null);
        return step;
    }

    private CloseStep Close(string field, Wire.ChokepointClosure wire)
    {
        var id = fields.Id(field + ".chokepoint_id", wire.ChokepointId);
        if (id.Value.Length > 0 && id.Kind != "chokepoint")
            fields.Violations.Add(field + ".chokepoint_id", id.Value, "a passage is a chokepoint");
        _claims.Needs(field, wire.ChokepointId);
        _claims.Holds(field, wire.ChokepointId, "closed", wire.NoRerouting ? "without rerouting" : "with rerouting");
        return new CloseStep(field, id, wire.NoRerouting);
    }

    private void Number(string field, string thing, string number, decimal? value, decimal? factor)
    {
        if (value is { } set)
            _claims.Number(field, thing, number, DecimalText.Print(set));
        else if (factor is { } times)
            _claims.Number(field, thing, number, "times " + DecimalText.Print(times));
    }
}
