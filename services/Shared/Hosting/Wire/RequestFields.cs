using System.Globalization;
using GeoGraph.Core;
using GeoGraph.Core.Graph;
using Google.Type;
using Common = GeoGraph.Contracts.Common.V1;

namespace GeoGraph.Hosting.Wire;

/// <summary>
/// Reads the fields of one request, noting every violation with its path instead of stopping at the first; what cannot be read is null or empty.
/// Not thread-safe.
/// </summary>
public sealed class RequestFields
{
    /// <summary>What was found so far; further rules may add to it.</summary>
    public Violations Violations { get; } = new();

    /// <summary>Refuses the request where anything was found.</summary>
    /// <exception cref="GeoGraphException">With <see cref="ErrorReason.InvalidRequest"/> and every violation.</exception>
    public void ThrowIfAny() => Violations.ThrowIfAny();

    /// <summary>An id that must be there; the default id where it is absent or malformed.</summary>
    public EntityId Id(string field, string text)
    {
        if (!EntityId.TryParse(text, out var id))
            Violations.Add(field, text, EntityId.Rule);
        return id;
    }

    /// <summary>An id that may be absent.</summary>
    public EntityId? OptionalId(string field, string text) => text.Length == 0 ? null : Id(field, text) is { Value.Length: > 0 } id ? id : null;

    /// <summary>A list of ids; malformed ones are left out.</summary>
    public IReadOnlyList<EntityId> Ids(string field, IReadOnlyList<string> texts)
    {
        var ids = new List<EntityId>(texts.Count);
        for (var i = 0; i < texts.Count; i++)
        {
            if (Id(At(field, i), texts[i]) is { Value.Length: > 0 } id)
                ids.Add(id);
        }
        return ids;
    }

    /// <summary>A list of ids that a query takes at once, at most 10,000.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.LimitExceeded"/>.</exception>
    public IReadOnlyList<EntityId> IdSet(string field, IReadOnlyList<string> texts)
    {
        AtMost(field, texts.Count, GraphLimits.MaxIdsPerQuery);
        return Ids(field, texts);
    }

    /// <summary>A date that may be absent.</summary>
    public DateOnly? Date(string field, Date? date)
    {
        if (date is null)
            return null;
        if (date.Year is >= 1 and <= 9999 && date.Month is >= 1 and <= 12 && date.Day >= 1 && date.Day <= DateTime.DaysInMonth(date.Year, date.Month))
            return new DateOnly(date.Year, date.Month, date.Day);
        Violations.Add(field, $"{date.Year:0000}-{date.Month:00}-{date.Day:00}", "a date names year (1 to 9999), month and day of the calendar");
        return null;
    }

    /// <summary>A date that must be there; the first date of the calendar where it is not.</summary>
    public DateOnly RequiredDate(string field, Date? date)
    {
        if (date is null)
            Violations.Add(field, "", "a date is required");
        return Date(field, date) ?? DateOnly.MinValue;
    }

    /// <summary>A period; always where it is absent or malformed.</summary>
    public ValidPeriod Period(string field, Common.Period? period)
    {
        if (period is null)
            return ValidPeriod.Always;
        var from = Date(field + ".from", period.From);
        var to = Date(field + ".to", period.To);
        if (from is { } f && to is { } t && t <= f)
        {
            Violations.Add(field + ".to", $"{t:yyyy-MM-dd}", $"a period is half-open and ends after its start {f:yyyy-MM-dd}");
            return ValidPeriod.Always;
        }
        return new ValidPeriod(from, to);
    }

    /// <summary>A decimal that may be absent (the empty text), within bounds that are both inclusive.</summary>
    /// <param name="field">Path of the field.</param>
    /// <param name="text">Decimal text.</param>
    /// <param name="rule">The rule in words, as <c>a share lies between 0 and 1</c>.</param>
    /// <param name="min">The least value; null for no bound.</param>
    /// <param name="max">The greatest value; null for no bound.</param>
    public decimal? Decimal(string field, string text, string rule, decimal? min = null, decimal? max = null)
    {
        if (text.Length == 0)
            return null;
        if (!DecimalText.TryParse(text, out var value))
            Violations.Add(field, text, DecimalText.Rule);
        else if (value < min || value > max)
            Violations.Add(field, text, rule);
        else
            return value;
        return null;
    }

    /// <summary>A share, 0 to 1, that may be absent.</summary>
    public decimal? Share(string field, string text) => Decimal(field, text, "a share lies between 0 and 1", 0m, 1m);

    /// <summary>A number that is not negative and may be absent.</summary>
    public decimal? NotNegative(string field, string text) => Decimal(field, text, "the number is zero or more", 0m);

    /// <summary>An HS code that may be absent.</summary>
    public HsCode? HsCode(string field, string text)
    {
        if (text.Length == 0)
            return null;
        if (Core.HsCode.TryParse(text, out var code))
            return code;
        Violations.Add(field, text, Core.HsCode.Rule);
        return null;
    }

    /// <summary>A number with a default for 0 and bounds; a size beyond the limit is an error of its own, with the numbers given and allowed.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.LimitExceeded"/>.</exception>
    public int Limit(string field, int given, int whenZero, int allowed)
    {
        if (given > allowed)
            throw GeoGraphException.OverLimit(field, given, allowed);
        if (given < 0)
            Violations.Add(field, given.ToString(CultureInfo.InvariantCulture), $"the number lies between 1 and {allowed}, or is 0 for {whenZero}");
        return given <= 0 ? whenZero : given;
    }

    /// <summary>A page size: 0 means 100, at most 10,000.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.LimitExceeded"/>.</exception>
    public int PageSize(int given) => Limit("page_size", given, GraphLimits.DefaultPageSize, GraphLimits.MaxPageSize);

    /// <summary>Refuses a list that is longer than allowed.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.LimitExceeded"/>.</exception>
    public static void AtMost(string field, int given, int allowed)
    {
        if (given > allowed)
            throw GeoGraphException.OverLimit(field, given, allowed);
    }

    /// <summary>A revision token; empty asks for nothing.</summary>
    public RevisionToken Token(string field, string text)
    {
        if (RevisionToken.TryParse(text, out var token))
            return token;
        Violations.Add(field, text, "a revision token is one that a response carried");
        return RevisionToken.Empty;
    }

    /// <summary>From which state of one service's store to read; a token that says nothing of the service asks for nothing.</summary>
    public ReadPoint Read(Common.ReadOptions? read, string service, string field = "read")
    {
        if (read is null)
            return ReadPoint.Latest;
        if (read.AtLeast.Length > 0 && read.Exact.Length > 0)
            Violations.Add(field + ".exact", read.Exact, "exact excludes at_least");
        if (Token(field + ".exact", read.Exact).For(service) is { } exact)
            return ReadPoint.Exact(exact);
        return Token(field + ".at_least", read.AtLeast).For(service) is { } least ? ReadPoint.AtLeast(least) : ReadPoint.Latest;
    }

    /// <summary>The path of an item of a repeated field, as <c>changes[3]</c>.</summary>
    public static string At(string field, int index) => string.Create(CultureInfo.InvariantCulture, $"{field}[{index}]");
}
