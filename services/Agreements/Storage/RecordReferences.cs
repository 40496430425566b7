using GeoGraph.Core;
using GeoGraph.Core.Graph;

namespace GeoGraph.Agreements.Storage;

/// <summary>What each record speaks of, so that "all that speaks of X" is one indexed read.</summary>
internal static class RecordReferences
{
    /// <summary>The references of a record, each once, in order of role and then of target.</summary>
    public static IReadOnlyList<Reference> Of(DatedRecord record) =>
        [.. Own(record).Concat(record.Evidence.ClaimIds.Select(id => new Reference("claim", id)))
            .Where(reference => reference.Target.Value.Length > 0)
            .Distinct()
            .OrderBy(reference => reference.Role, StringComparer.Ordinal)
            .ThenBy(reference => reference.Target)];

    private static IEnumerable<Reference> Own(DatedRecord record) => record switch
    {
        Agreement agreement => OfAgreement(agreement),
        Negotiation negotiation => OfNegotiation(negotiation),
        Event happening => Role("participant", happening.ParticipantIds).Concat(Role("subject", happening.SubjectIds)),
        Claim claim => Role("subject", [claim.SubjectId]).Concat(Role("object", claim.ObjectIds))
            .Concat(Role("speaker", claim.SpeakerId)).Concat(Role("clash", claim.ClashesWithIds)),
        Measure measure => OfMeasure(measure),
        StackingRule rule => Role("imposed_by", [rule.ImposedById]),
        Quota quota => OfQuota(quota),
        OriginRule rule => Role("agreement", rule.AgreementId).Concat(Role("region", rule.RegionIds)).Concat(Role("cumulation", rule.CumulationIds)).Concat(OfGoods(rule.Goods)),
        TariffSchedule schedule => Role("imposed_by", [schedule.ImposedById]),
        TariffHeading heading => Role("imposed_by", [heading.ImposedById]),
        _ => [],
    };

    private static IEnumerable<Reference> OfAgreement(Agreement agreement) =>
        Role("party", agreement.Parties.Select(party => party.PartyId))
            .Concat(Role("amends", agreement.AmendsIds))
            .Concat(Role("founds", agreement.BlocId))
            .Concat(agreement.Clauses.SelectMany(clause => Role("beneficiary", clause.BeneficiaryId).Concat(Role("claim", clause.Evidence.ClaimIds))))
            .Concat(agreement.Steps.SelectMany(step => Role("claim", step.Evidence.ClaimIds)));

    private static IEnumerable<Reference> OfNegotiation(Negotiation negotiation) =>
        Role("party", negotiation.PartyIds)
            .Concat(Role("negotiator", negotiation.Rounds.SelectMany(round => round.Negotiators).Select(negotiator => negotiator.PersonId)))
            .Concat(Role("supporter", negotiation.SupporterIds))
            .Concat(Role("outcome", negotiation.OutcomeId))
            .Concat(Role("offers", negotiation.Offers.Select(offer => offer.ById)))
            .Concat(Role("links", negotiation.Links.Select(link => link.ById)))
            .Concat(Role("claim", negotiation.Rounds.SelectMany(round => round.Evidence.ClaimIds)))
            .Concat(Role("claim", negotiation.Offers.SelectMany(offer => offer.Evidence.ClaimIds)))
            .Concat(Role("claim", negotiation.Links.SelectMany(link => link.Evidence.ClaimIds)));

    private static IEnumerable<Reference> OfMeasure(Measure measure) =>
        Role("imposed_by", [measure.ImposedById])
            .Concat(Role("origin", measure.Origins.IncludeIds))
            .Concat(Role("origin_excluded", measure.Origins.ExcludeIds))
            .Concat(Role("legal_basis", measure.LegalBasisId))
            .Concat(Role("implements", measure.ImplementsIds))
            .Concat(OfGoods(measure.Goods));

    private static IEnumerable<Reference> OfQuota(Quota quota) =>
        Role("imposed_by", [quota.ImposedById])
            .Concat(Role("measure", [quota.InQuotaMeasureId]))
            .Concat(Role("measure", quota.OutOfQuotaMeasureId))
            .Concat(Role("carries_over_to", quota.CarriesOverToId))
            .Concat(OfGoods(quota.Goods ?? GoodsScope.All));

    private static IEnumerable<Reference> OfGoods(GoodsScope goods) =>
        Role("goods_list", goods.IncludeListIds).Concat(Role("goods_list", goods.ExcludeListIds));

    private static IEnumerable<Reference> Role(string role, IEnumerable<EntityId> targets) => targets.Select(target => new Reference(role, target));

    private static IEnumerable<Reference> Role(string role, EntityId? target) => target is { } id ? [new Reference(role, id)] : [];
}
