using GeoGraph.Exposure.Assembly;
using GeoGraph.Exposure.Compiled;
using Wire = GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Exposure.Feed;

/// <summary>
/// Reads exported columns of relations into the stage of a graph, as numbers; only a relation that states a number out of range is made a row. What no
/// exposure question reads is left out. Throws <see cref="InvalidDataException"/> where the columns break their contract.
/// </summary>
internal sealed class RelationColumnMapping
{
    private const uint InferredFlag = 1;
    private const uint InessentialFlag = 2;
    private const int ObligationBit = 2;
    private const int ConfidenceBit = 8;
    private readonly GraphStage _stage;
    private readonly Wire.RelationColumns _columns;
    private readonly ColumnTexts _texts;
    private readonly StagedTexts _staged;

    private RelationColumnMapping(GraphStage stage, Wire.RelationColumns columns)
    {
        (_stage, _columns) = (stage, columns);
        _texts = new ColumnTexts(columns.Strings);
        _staged = new StagedTexts(stage, _texts, columns.Strings.Count);
    }

    /// <summary>Reads a chunk.</summary>
    public static void ReadInto(GraphStage stage, Wire.RelationColumns columns)
    {
        ColumnRules.CheckLengths(columns.Ids.Count, columns.Types_.Count, columns.Froms.Count, columns.Tos.Count, columns.Products.Count, columns.InputGroups.Count,
            columns.Shares.Count, columns.Values.Count, columns.Capacities.Count, columns.ValidFrom.Count, columns.ValidTo.Count, columns.Flags.Count, columns.TransitCounts.Count);
        ColumnRules.CheckLengths((int)columns.TransitCounts.Sum(count => count), columns.TransitChokepoints.Count, columns.TransitShares.Count, columns.TransitInferred.Count);
        var mapping = new RelationColumnMapping(stage, columns);
        var transit = 0;
        for (var i = 0; i < columns.Ids.Count; i++)
        {
            var count = (int)columns.TransitCounts[i];
            if (KindMapping.ToKind(columns.Types_[i]) is { } kind)
                mapping.Read(i, kind, transit, count);
            transit += count;
        }
    }

    private void Read(int i, RelationKind kind, int firstTransit, int transits)
    {
        if (!_staged.TryShare(_columns.Shares[i], out var share) | !_staged.TryUsd(_columns.Values[i], out var value) | !_staged.TryUsd(_columns.Capacities[i], out var capacity))
        {
            _stage.Add(Row(i, kind, firstTransit, transits));
            return;
        }
        var group = kind == RelationKind.ExportsTo ? 0u : _columns.InputGroups[i];
        _stage.Relations.Add(_texts.Id(_columns.Ids[i]).Value, new StagedRelation(
            kind, _staged.Name(_columns.Froms[i]), _staged.Name(_columns.Tos[i]), _staged.OptionalName(_columns.Products[i]), _staged.Group(group),
            _staged.Term(_columns.ValidFrom[i], _columns.ValidTo[i], FlagsOf(_columns.Flags[i])), transits == 0 ? -1 : _stage.TransitsOf(Transits(firstTransit, transits)),
            value, share, capacity));
    }

    private RelationRow Row(int i, RelationKind kind, int firstTransit, int transits)
    {
        var flags = FlagsOf(_columns.Flags[i]);
        return new RelationRow
        {
            Id = _texts.Id(_columns.Ids[i]),
            Kind = kind,
            From = _texts.Id(_columns.Froms[i]),
            To = _texts.Id(_columns.Tos[i]),
            Product = _texts.OptionalId(_columns.Products[i]),
            InputGroup = _texts.Text(_columns.InputGroups[i]) is { Length: > 0 } group ? group : null,
            Share = _texts.Number(_columns.Shares[i]),
            ValueUsdPerYear = _texts.Number(_columns.Values[i]),
            CapacityUsdPerYear = _texts.Number(_columns.Capacities[i]),
            Valid = ColumnRules.Period(_columns.ValidFrom[i], _columns.ValidTo[i]),
            Inferred = flags.Inferred,
            Essential = flags.Essential,
            Obligations = flags.Obligations,
            Confidence = flags.Confidence,
            Transits = transits == 0 ? [] : Transits(firstTransit, transits),
        };
    }

    private TransitRow[] Transits(int first, int count) => [.. Enumerable.Range(first, count).Select(at => new TransitRow(
        _texts.Id(_columns.TransitChokepoints[at]), _texts.Number(_columns.TransitShares[at]), _columns.TransitInferred[at]))];

    private static RelationFlags FlagsOf(uint flags) => RelationFlags.Of(
        KindMapping.ToConfidence((int)((flags >> ConfidenceBit) & 15)), (flags & InferredFlag) != 0, (flags & InessentialFlag) == 0, (Obligations)((flags >> ObligationBit) & 7));
}
