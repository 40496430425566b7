using GeoGraph.Core;
using Google.Type;
using Common = GeoGraph.Contracts.Common.V1;

namespace GeoGraph.Hosting.Wire;

/// <summary>Common values as the contracts write them. Reading is <see cref="RequestFields"/>.</summary>
public static class WireValues
{
    /// <summary>The date on the wire.</summary>
    public static Date ToWire(this DateOnly date) => new() { Year = date.Year, Month = date.Month, Day = date.Day };

    /// <summary>The period on the wire; null, which is absence, for always.</summary>
    public static Common.Period? ToWire(this ValidPeriod period) =>
        period == ValidPeriod.Always ? null : new() { From = period.From?.ToWire(), To = period.To?.ToWire() };

    /// <summary>The decimal in its shortest text; the empty text for none.</summary>
    public static string ToWire(this decimal? value) => value is { } number ? DecimalText.Print(number) : "";

    /// <summary>The name on the wire.</summary>
    public static Common.LocalName ToWire(this LocalName name) => new() { Language = name.Language, Text = name.Text };

    /// <summary>The receipt on the wire.</summary>
    /// <param name="receipt">What the store said.</param>
    /// <param name="service">Short name of the service whose revision it is.</param>
    public static Common.WriteReceipt ToWire(this Core.Graph.WriteReceipt receipt, string service) => new()
    {
        RevisionToken = RevisionToken.Of(service, receipt.Revision).ToString(),
        Created = receipt.Created,
        Replaced = receipt.Replaced,
        Unchanged = receipt.Unchanged,
        Deleted = receipt.Deleted,
        Merged = receipt.Merged,
    };
}
