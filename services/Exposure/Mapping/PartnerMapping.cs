using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Partners;
using GeoGraph.Hosting.Wire;
using Actors = GeoGraph.Contracts.Actors.V1;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure.Mapping;

/// <summary>The ranking of partners: its numbers from the contract of actors, and its answer as the contract writes it.</summary>
internal static class PartnerMapping
{
    private static readonly Measure Ranking = new(
        "partner ranking", "rank by the number that sources state; share = number / total of the same time",
        "Numbers as their sources state them; a partner of whom none states one is not listed.");

    public static Wire.RankPartnersResponse Answer(OpenedQuestion question, EntityId of, string? by, IReadOnlyList<StatedNumber> numbers)
    {
        var ranked = PartnerRanking.Rank(of, by, numbers, question.View.AsOf);
        var page = question.Cut(ranked);
        var shares = DependenceShares.Of(question.View, of, numbers);
        var relations = shares.Where(share => question.View.Graph.FindFlow(share.StatedBy) is not null).Select(share => share.StatedBy);
        return new Wire.RankPartnersResponse
        {
            Partners = { page.Items.Select(ToWire) },
            Dependences = { shares.Take(question.Page.Size).Select(ToWire) },
            Basis = question.ToBasis(Ranking, new Completeness(PrunedBy.Nothing, ranked.Count, shares.Count), relations, [], page.HasMore || shares.Count > question.Page.Size,
                ("by", by ?? PartnerRanking.Deficit)),
        };
    }

    /// <summary>The numbers that an actor's record states; what is text alone is left out.</summary>
    public static IEnumerable<StatedNumber> Numbers(Actors.Actor actor)
    {
        var fields = new RequestFields();
        var of = fields.Id("id", actor.Id);
        foreach (var attribute in actor.Attributes.Where(attribute => attribute.Unit.Length > 0))
        {
            if (DecimalText.TryParse(attribute.Value, out var value))
                yield return new StatedNumber(of, attribute.Name, value, attribute.Unit, fields.OptionalId("about_id", attribute.AboutId), fields.Period("valid", attribute.Valid));
        }
    }

    private static Wire.PartnerRank ToWire(RankedPartner partner) => new()
    {
        PartnerId = partner.Partner.Value,
        Rank = partner.Rank,
        Value = DecimalText.Print(partner.Value),
        Share = TariffFigures.Text(partner.Share),
        StatedBy = partner.StatedBy.Value,
        Period = PeriodOf(partner.Period),
    };

    private static Wire.DependenceShare ToWire(StatedShare share) => new()
    {
        OfId = share.Of.Value,
        OnId = share.On.Value,
        Name = share.Name,
        Share = DecimalText.Print(share.Share),
        StatedBy = share.StatedBy.Value,
    };

    // A whole calendar year is told by its number.
    private static string PeriodOf(ValidPeriod period) =>
        period == ValidPeriod.Always ? ""
        : period is { From: { Month: 1, Day: 1 } from, To: { } to } && to == from.AddYears(1) ? from.ToString("yyyy", null)
        : period.ToString();
}
