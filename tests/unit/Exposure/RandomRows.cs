using System.Globalization;
using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.UnitTests.Exposure;

/// <summary>Random rows over few ids, so that they meet: some break rules, some state little, some stand on ids that others have.</summary>
internal sealed class RandomRows(int seed)
{
    private static readonly DateOnly Day = new(2026, 1, 1);
    private readonly Random _random = new(seed);

    public int Next(int max) => _random.Next(max);

    public NodeRow Node() => new()
    {
        Id = NodeId(),
        Kind = (NodeKind)_random.Next(7),
        Valid = Period(),
        OutputUsdPerYear = _random.Next(6) switch { 0 => 0m, 1 => -1m, 2 => _random.Next(100), _ => null },
        RecoveryDays = _random.Next(6) switch { 0 => -2m, 1 => _random.Next(90), _ => null },
        MainPort = _random.Next(3) == 0 ? "TWKHH" : null,
        Stocks = _random.Next(4) == 0 ? [new StockRow(Group(), _random.Next(-1, 30))] : [],
        HsCodes = _random.Next(4) == 0 ? ["8542"] : [],
    };

    public RelationRow Relation()
    {
        var kind = (RelationKind)(_random.Next(3) > 0 ? (int)RelationKind.Supplies + _random.Next(2) : _random.Next(8));
        return new RelationRow
        {
            Id = RelationId(),
            Kind = kind,
            From = NodeId(),
            To = NodeId(),
            Product = _random.Next(4) > 0 ? EntityId.Parse("product:" + _random.Next(4).ToString(CultureInfo.InvariantCulture)) : null,
            InputGroup = _random.Next(3) > 0 ? Group() : null,
            ValueUsdPerYear = _random.Next(4) switch { 0 => null, 1 => 0m, 2 => -1m * _random.Next(2), _ => _random.Next(1000) / 8m },
            CapacityUsdPerYear = _random.Next(4) == 0 ? _random.Next(50) : null,
            Share = _random.Next(4) switch { 0 => _random.Next(0, 11) / 10m, 1 => 0.7m, 2 when _random.Next(9) == 0 => 1.5m, _ => null },
            Transits = [.. Enumerable.Range(0, Math.Max(0, _random.Next(-2, 3))).Select(_ => new TransitRow(NodeId(), _random.Next(5) == 0 ? null : _random.Next(0, 5) / 4m, _random.Next(3) == 0))],
            Valid = Period(),
            Inferred = _random.Next(5) == 0,
            Essential = _random.Next(4) > 0,
            Confidence = (Confidence)_random.Next(5),
            Obligations = (Obligations)_random.Next(8),
        };
    }

    public EntityId NodeId() => EntityId.Parse((_random.Next(3) == 0 ? "chokepoint:" : "firm:") + _random.Next(6).ToString(CultureInfo.InvariantCulture));

    public EntityId RelationId() => EntityId.Parse("supplies:" + _random.Next(24).ToString(CultureInfo.InvariantCulture));

    private string Group() => "group-" + _random.Next(3).ToString(CultureInfo.InvariantCulture);

    private ValidPeriod Period() => _random.Next(6) switch
    {
        0 => new ValidPeriod(Day, null),
        1 => new ValidPeriod(null, Day),
        2 => new ValidPeriod(Day, Day.AddDays(1 + _random.Next(3))),
        _ => ValidPeriod.Always,
    };
}
