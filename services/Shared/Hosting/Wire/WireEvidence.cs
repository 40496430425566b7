using GeoGraph.Core;
using Common = GeoGraph.Contracts.Common.V1;

namespace GeoGraph.Hosting.Wire;

/// <summary>Evidence between the contracts and Core.</summary>
public static class WireEvidence
{
    /// <summary>The evidence on the wire; null, which is absence, for none.</summary>
    public static Common.Evidence? ToWire(this Evidence evidence)
    {
        if (evidence == Evidence.None)
            return null;
        var wire = new Common.Evidence { Confidence = (Common.Confidence)evidence.Confidence, Inferred = evidence.Inferred, Inference = evidence.Inference };
        wire.Sources.Add(evidence.Sources.Select(ToWire));
        wire.ClaimIds.Add(evidence.ClaimIds.Select(id => id.Value));
        return wire;
    }

    /// <summary>Reads evidence, noting every violation.</summary>
    /// <param name="fields">Collects the violations.</param>
    /// <param name="field">Path of the field.</param>
    /// <param name="wire">What was sent; null for none.</param>
    public static Evidence ReadEvidence(this RequestFields fields, string field, Common.Evidence? wire)
    {
        if (wire is null || wire.CalculateSize() == 0)
            return Evidence.None;
        if (!Enum.IsDefined(wire.Confidence))
            fields.Violations.Add(field + ".confidence", wire.Confidence.ToString(), "a confidence is one of the contract's");
        if (!wire.Inferred && wire.Sources.Count == 0 && wire.ClaimIds.Count == 0)
            fields.Violations.Add(field + ".sources", "", "evidence that is not inferred names at least one source or claim");
        if (wire.Inferred && wire.Inference.Length == 0)
            fields.Violations.Add(field + ".inference", "", "an inferred fact says in a sentence how it follows");
        if (!wire.Inferred && wire.Inference.Length > 0)
            fields.Violations.Add(field + ".inference", wire.Inference, "an inference is given only where inferred is true");
        return new Evidence
        {
            Sources = [.. wire.Sources.Select((source, i) => fields.ReadSource(RequestFields.At(field + ".sources", i), source))],
            Confidence = (Confidence)wire.Confidence,
            Inferred = wire.Inferred,
            Inference = wire.Inference,
            ClaimIds = fields.Ids(field + ".claim_ids", wire.ClaimIds),
        };
    }

    private static Source ReadSource(this RequestFields fields, string field, Common.Source wire) => new(
        wire.Id, wire.Title, wire.Publisher, wire.Citation, wire.Url, fields.Date(field + ".published_on", wire.PublishedOn), wire.Quote);

    private static Common.Source ToWire(Source source) => new()
    {
        Id = source.Id,
        Title = source.Title,
        Publisher = source.Publisher,
        Citation = source.Citation,
        Url = source.Url,
        PublishedOn = source.PublishedOn?.ToWire(),
        Quote = source.Quote,
    };
}
