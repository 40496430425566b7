using GeoGraph.Core;
using GeoGraph.Hosting.Wire;
using GeoGraph.Tariffs.Feed;
using Wire = GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Tariffs.Mapping;

/// <summary>Assumed changes of the law from the contract.</summary>
internal static class OverlayMapping
{
    /// <summary>Where an overlay lies in a request.</summary>
    public const string Path = "question.overlay";

    /// <summary>Where its measures lie.</summary>
    public const string PutPath = Path + ".put_measures";

    private const int MaxMeasures = 1000;
    private const int MaxAgreements = 100;

    /// <summary>The change, but for what it puts, which is read once it is known to keep the rules of a write. Violations are noted.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.LimitExceeded"/>.</exception>
    public static LawChange ToDomain(Wire.LawOverlay wire, RequestFields fields)
    {
        RequestFields.AtMost(Path + ".removed_measure_ids", wire.RemovedMeasureIds.Count, MaxMeasures);
        RequestFields.AtMost(Path + ".ended_agreements", wire.EndedAgreements.Count, MaxAgreements);
        RequestFields.AtMost(PutPath, wire.PutMeasures.Count, MaxMeasures);
        var removed = fields.Ids(Path + ".removed_measure_ids", wire.RemovedMeasureIds);
        var ended = wire.EndedAgreements.Select((end, i) => End(RequestFields.At(Path + ".ended_agreements", i), end, fields)).ToList();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < wire.PutMeasures.Count; i++)
        {
            if (!seen.Add(wire.PutMeasures[i].Id))
                fields.Violations.Add(RequestFields.At(PutPath, i) + ".id", wire.PutMeasures[i].Id, "a measure is put once");
        }
        return new LawChange([.. removed.Distinct()], ended, []);
    }

    /// <summary>The measures that an overlay puts.</summary>
    public static IReadOnlyList<Measure> Put(Wire.LawOverlay wire) => [.. wire.PutMeasures.Select(MeasureMapping.ToDomain)];

    private static LawEnd End(string at, Wire.EndedAgreement wire, RequestFields fields) =>
        new(fields.Id(at + ".agreement_id", wire.AgreementId), fields.RequiredDate(at + ".ended_on", wire.EndedOn));
}
