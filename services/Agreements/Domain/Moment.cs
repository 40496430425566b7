using GeoGraph.Core;

namespace GeoGraph.Agreements;

/// <summary>One dated happening of the timeline.</summary>
internal sealed record Moment(DateOnly On, EntityId RecordId, string Text, IReadOnlyList<string> SourceIds)
{
    /// <summary>The dated happenings of a record: an event, the rounds of a negotiation, the changes of an agreement's status.</summary>
    public static IEnumerable<Moment> Of(DatedRecord record) => record switch
    {
        Event happening => [new Moment(happening.On, happening.Id, happening.Summary.Length > 0 ? happening.Summary : Name(happening.Names), Sources(happening.Evidence))],
        Negotiation negotiation => negotiation.Rounds.Select(round =>
            new Moment(round.On, negotiation.Id, RoundText(negotiation, round), Sources(Or(round.Evidence, negotiation.Evidence)))),
        Agreement agreement => agreement.Steps.Select(step =>
            new Moment(step.On, agreement.Id, $"{Name(agreement.Names)}: {StatusText(step.Status)}", Sources(Or(step.Evidence, agreement.Evidence)))),
        _ => [],
    };

    /// <summary>Every actor and record that a record's happenings are about, itself among them.</summary>
    public static IEnumerable<EntityId> About(DatedRecord record) => record switch
    {
        Event happening => [happening.Id, .. happening.ParticipantIds, .. happening.SubjectIds],
        Negotiation negotiation =>
            [negotiation.Id, .. negotiation.PartyIds, .. negotiation.Rounds.SelectMany(round => round.Negotiators).Select(negotiator => negotiator.PersonId)],
        Agreement agreement => [agreement.Id, .. agreement.Parties.Select(party => party.PartyId)],
        _ => [],
    };

    /// <summary>The status in a word or two.</summary>
    public static string StatusText(AgreementStatus status) => status switch
    {
        AgreementStatus.Proposed => "proposed",
        AgreementStatus.Agreed => "agreed",
        AgreementStatus.Signed => "signed",
        AgreementStatus.InForce => "in force",
        AgreementStatus.Suspended => "suspended",
        AgreementStatus.Ended => "ended",
        _ => "not yet proposed",
    };

    private static string RoundText(Negotiation negotiation, Round round)
    {
        var number = round.Number > 0 ? $", round {round.Number}" : "";
        var place = round.Place.Length > 0 ? $", {round.Place}" : "";
        return Name(negotiation.Names) + number + place;
    }

    private static string Name(IReadOnlyList<LocalName> names) => names.Count > 0 ? names[0].Text : "";

    private static Evidence Or(Evidence own, Evidence whole) => own.Sources.Count > 0 ? own : whole;

    private static IReadOnlyList<string> Sources(Evidence evidence) =>
        [.. evidence.Sources.Select(source => source.Id.Length > 0 ? source.Id : source.Citation).Where(id => id.Length > 0).Distinct()];
}
