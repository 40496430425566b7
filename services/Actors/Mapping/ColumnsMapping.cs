using GeoGraph.Core;
using GeoGraph.Hosting.Wire;
using Wire = GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Actors.Mapping;

/// <summary>One chunk of actors as columns.</summary>
internal sealed class ActorColumnsMapping
{
    private readonly StringTable _strings;

    public ActorColumnsMapping() => _strings = new StringTable(Columns.Strings);

    /// <summary>The chunk so far.</summary>
    public Wire.ActorColumns Columns { get; } = new();

    public void Add(Actor actor)
    {
        Columns.Ids.Add(_strings.IndexOf(actor.Id.Value));
        Columns.Kinds.Add((Wire.ActorKind)actor.Kind);
        Columns.PreferredNames.Add(_strings.IndexOf(actor.Names.Count == 0 ? "" : actor.Names[0].Text));
        Columns.ValidFrom.Add(ColumnDays.From(actor.Valid));
        Columns.ValidTo.Add(ColumnDays.To(actor.Valid));
        Columns.Outputs.Add(_strings.IndexOf(actor.OutputUsdPerYear.ToWire()));
        Columns.MainPorts.Add(_strings.IndexOf(actor.MainPort));
        Columns.RecoveryDays.Add(_strings.IndexOf(actor.RecoveryDays.ToWire()));
        AddStocks(actor.Stocks);
        Columns.HsCounts.Add((uint)actor.HsCodes.Count);
        foreach (var code in actor.HsCodes)
            Columns.HsCodes.Add(_strings.IndexOf(code.Digits));
        GeographyColumns.Add(Columns, _strings, actor);
    }

    private void AddStocks(IReadOnlyList<Stock> stocks)
    {
        Columns.StockCounts.Add((uint)stocks.Count);
        foreach (var stock in stocks)
        {
            Columns.StockGroups.Add(_strings.IndexOf(stock.InputGroup));
            Columns.StockDays.Add(_strings.IndexOf(DecimalText.Print(stock.Days)));
        }
    }
}

/// <summary>One chunk of relations as columns.</summary>
internal sealed class RelationColumnsMapping
{
    private const uint InferredFlag = 1;
    private const uint InessentialFlag = 2;
    private const int FirstObligationBit = 2;
    private const int ConfidenceBit = 8;

    private readonly StringTable _strings;

    public RelationColumnsMapping() => _strings = new StringTable(Columns.Strings);

    /// <summary>The chunk so far.</summary>
    public Wire.RelationColumns Columns { get; } = new();

    public void Add(Relation relation)
    {
        Columns.Ids.Add(_strings.IndexOf(relation.Id.Value));
        Columns.Types_.Add((Wire.RelationType)relation.Type);
        Columns.Froms.Add(_strings.IndexOf(relation.From.Value));
        Columns.Tos.Add(_strings.IndexOf(relation.To.Value));
        Columns.Products.Add(_strings.IndexOf(relation.ProductId?.Value ?? ""));
        Columns.InputGroups.Add(_strings.IndexOf(relation.InputGroup));
        Columns.Shares.Add(_strings.IndexOf(relation.Share.ToWire()));
        Columns.Values.Add(_strings.IndexOf(relation.ValueUsdPerYear.ToWire()));
        Columns.Capacities.Add(_strings.IndexOf(relation.CapacityUsdPerYear.ToWire()));
        Columns.ValidFrom.Add(ColumnDays.From(relation.Valid));
        Columns.ValidTo.Add(ColumnDays.To(relation.Valid));
        Columns.Flags.Add(FlagsOf(relation));
        AddTransits(relation);
    }

    private static uint FlagsOf(Relation relation)
    {
        var flags = (relation.Evidence.Inferred ? InferredFlag : 0) | (relation.Inessential ? InessentialFlag : 0);
        foreach (var obligation in relation.Obligations)
            flags |= 1u << (FirstObligationBit + (int)obligation - 1);
        return flags | ((uint)relation.Evidence.Confidence << ConfidenceBit);
    }

    private void AddTransits(Relation relation)
    {
        Columns.TransitCounts.Add((uint)relation.Transits.Count);
        foreach (var transit in relation.Transits)
        {
            Columns.TransitChokepoints.Add(_strings.IndexOf(transit.ChokepointId.Value));
            Columns.TransitShares.Add(_strings.IndexOf(DecimalText.Print(transit.Share)));
            Columns.TransitInferred.Add(transit.Inferred);
        }
    }
}
