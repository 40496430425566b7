using GeoGraph.Core;
using GeoGraph.Hosting.Wire;
using Law = GeoGraph.Contracts.Agreements.V1;
using Wire = GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Tariffs.Mapping;

/// <summary>Standings of quotas, and the terms of those that follow capacity, between the contract and the domain.</summary>
internal static class QuotaStatusMapping
{
    private const decimal DefaultBuildingMultiple = 2.5m;
    private const decimal DefaultCompletedMultiple = 1.5m;
    private const decimal MostMultiple = 1_000_000m;
    private const decimal MostPercent = 100_000m;
    private const decimal MostUnits = 1_000_000_000_000m;
    private const decimal MostUnitValue = 1_000_000_000m;
    private const int SharePlaces = 6;

    /// <summary>Where a quota stands.</summary>
    public static Wire.QuotaStanding ToWire(QuotaStanding standing) => new()
    {
        QuotaId = standing.Quota.Quota.Id.Value,
        OrderNumber = standing.Quota.Quota.OrderNumber,
        Status = standing.Status switch
        {
            QuotaStatus.Open => Law.QuotaStatus.Open,
            QuotaStatus.Critical => Law.QuotaStatus.Critical,
            _ => Law.QuotaStatus.Exhausted,
        },
        Volume = standing.Volume.ToWire(),
        Balance = standing.Balance.ToWire(),
        BalanceOn = standing.BalanceOn?.ToWire(),
        Unit = standing.Quota.Quota.Unit,
        Text = standing.Text,
    };

    /// <summary>A part of an entry that a quota divides.</summary>
    public static Wire.QuotaPortion ToWire(QuotaPortion portion) => new()
    {
        QuotaId = portion.Quota.Quota.Id.Value,
        Within = portion.Within,
        Quantity = DecimalText.Print(portion.Quantity),
        Unit = portion.Quota.Quota.Unit,
        CustomsValue = DecimalText.PrintCents(portion.CustomsValue),
        Duty = portion.Duty is { } duty ? DecimalText.PrintCents(duty) : "",
    };

    /// <summary>A breach of a bound rate.</summary>
    public static Wire.BoundRateBreach ToWire(BoundRateBreach breach) => new()
    {
        Measure = AnswerMapping.ToRef(breach.Measure),
        BoundPercent = DecimalText.Print(breach.BoundPercent),
        AppliedPercent = DecimalText.Print(breach.AppliedPercent),
        Excess = DecimalText.PrintCents(breach.Excess),
        Text = breach.Text,
    };

    /// <summary>The terms of a request; every violation is noted.</summary>
    public static CapacityTerms ToDomain(Wire.AssessCapacityQuotaRequest wire, RequestFields fields)
    {
        if (wire.Status is not (Wire.CapacityStatus.Building or Wire.CapacityStatus.Completed))
            fields.Violations.Add("status", wire.Status.ToString(), "the capacity is being built or completed");
        return new CapacityTerms(
            Multiple("building_multiple", wire.BuildingMultiple, DefaultBuildingMultiple, fields),
            Multiple("completed_multiple", wire.CompletedMultiple, DefaultCompletedMultiple, fields),
            wire.Status == Wire.CapacityStatus.Completed,
            Required("new_capacity", wire.NewCapacity, MostUnits, fields),
            Required("imports", wire.Imports, MostUnits, fields),
            Required("unit_value", wire.UnitValue, MostUnitValue, fields),
            Required("general_rate_percent", wire.GeneralRatePercent, MostPercent, fields),
            UpTo("cap_percent", wire.CapPercent, MostPercent, fields),
            UpTo("best_partner_rate_percent", wire.BestPartnerRatePercent, MostPercent, fields),
            fields.Share("market_share_of_sales", wire.MarketShareOfSales) ?? 1m);
    }

    /// <summary>What the terms come to.</summary>
    public static Wire.AssessCapacityQuotaResponse ToWire(CapacityTerms terms) => new()
    {
        Multiple = DecimalText.Print(terms.Multiple),
        Free = DecimalText.Print(terms.Free),
        Over = DecimalText.Print(terms.Over),
        RatePercent = terms.Over > 0m ? DecimalText.Print(terms.RatePercent) : "",
        DecidedBy = terms.Over > 0m ? terms.DecidedBy : "",
        Duty = DecimalText.PrintCents(terms.Duty),
        ShareToMove = Share(terms.ShareToMove),
        CapacityToMove = Share(terms.CapacityToMove),
        CapacityLeft = Share(1m - terms.CapacityToMove),
        RateByClauseOnlyPercent = DecimalText.Print(terms.ByClauseOnly),
        RateByCapOnlyPercent = DecimalText.Print(terms.ByCapOnly),
        Calculation = { terms.Sentences() },
    };

    private static decimal Multiple(string field, string text, decimal whenEmpty, RequestFields fields)
    {
        var multiple = UpTo(field, text, MostMultiple, fields) ?? whenEmpty;
        if (multiple == 0m)
            fields.Violations.Add(field, text, "a multiple is more than 0");
        return multiple;
    }

    private static decimal Required(string field, string text, decimal most, RequestFields fields)
    {
        if (text.Length == 0)
            fields.Violations.Add(field, "", "the number is required");
        return UpTo(field, text, most, fields) ?? 0m;
    }

    private static decimal? UpTo(string field, string text, decimal most, RequestFields fields) =>
        fields.Decimal(field, text, $"the number lies between 0 and {DecimalText.Print(most)}", 0m, most);

    private static string Share(decimal share) => DecimalText.Print(Math.Round(share, SharePlaces, MidpointRounding.AwayFromZero));
}
