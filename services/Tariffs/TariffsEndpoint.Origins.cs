using GeoGraph.Core;
using GeoGraph.Hosting.Wire;
using GeoGraph.Tariffs.Feed;
using GeoGraph.Tariffs.Mapping;
using Grpc.Core;
using Wire = GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Tariffs;

/// <summary>Origins: what they cost, which preference they open, and whether a good has them.</summary>
internal sealed partial class TariffsEndpoint
{
    private const int MaxOrigins = 300;

    public override async Task<Wire.CompareOriginsResponse> CompareOrigins(Wire.CompareOriginsRequest request, ServerCallContext context)
    {
        RequestFields.AtMost("origin_ids", request.OriginIds.Count, MaxOrigins);
        var fields = new RequestFields();
        var entry = EntryMapping.ToDomain("entry", request.Entry, fields);
        var question = QuestionMapping.ToDomain(request.Question, fields);
        var named = fields.Ids("origin_ids", request.OriginIds);
        var state = await OpenAsync(request.Read, request.Question, fields, context);
        CheckWhole(entry, state, fields);
        IReadOnlyList<EntityId> origins = named.Count > 0 ? [.. named.Distinct()] : OriginComparison.ToldApart(state.Schedule, entry, question);
        var duties = OriginComparison.Of(state.Calculator, entry, origins, question, context.CancellationToken);
        if (duties.TrueForAll(duty => duty.Answer is null) && duties.Count > 0 && duties[0].Refusal is { } refusal)
            EntryMapping.WithPath<OriginDuty>("entry", () => throw refusal);
        var own = duties.Find(duty => duty.Entry.Origin == entry.Origin) ?? OriginComparison.Price(state.Calculator, entry, question);
        return new Wire.CompareOriginsResponse
        {
            Origins = { duties.Select(duty => PreferenceMapping.ToWire(duty, own, request.Entry.Id, state.Schedule)) },
            RevisionToken = state.Token.ToString(),
        };
    }

    public override async Task<Wire.FindPreferenceResponse> FindPreference(Wire.FindPreferenceRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var entry = EntryMapping.ToDomain("entry", request.Entry, fields);
        var bill = request.Bill is null ? null : BillMapping.ToDomain("bill", request.Bill, fields, entry);
        var question = QuestionMapping.ToDomain(request.Question, fields);
        var state = await OpenAsync(request.Read, request.Question, fields, context);
        CheckWhole(entry, state, fields);
        var options = EntryMapping.WithPath("entry", () => new PreferenceFinder(state.Schedule, state.Calculator).Find(entry, bill, question));
        return new Wire.FindPreferenceResponse
        {
            Options = { options.Select(option => PreferenceMapping.ToWire(option, request.Entry.Id, bill, state.Schedule)) },
            RevisionToken = state.Token.ToString(),
        };
    }

    public override async Task<Wire.AssessOriginResponse> AssessOrigin(Wire.AssessOriginRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        if (request.Bill is null)
            fields.Violations.Add("bill", "", "a bill of materials is required");
        var bill = BillMapping.ToDomain("bill", request.Bill ?? new Wire.BillOfMaterials(), fields);
        var agreements = fields.Ids("agreement_ids", request.AgreementIds);
        var rules = fields.Ids("rule_ids", request.RuleIds);
        var state = await OpenAsync(request.Read, null, fields, context);
        fields.ThrowIfAny();
        var matches = OriginRules.Covering(state.Schedule, bill, agreements, rules);
        return new Wire.AssessOriginResponse
        {
            Assessments =
            {
                matches.Select(match =>
                {
                    var assessment = OriginAssessor.Assess(match.Rule, bill, state.Schedule.Memberships);
                    return OriginMapping.ToWire(assessment, OriginCaveats.Of(state.Schedule, match, bill));
                }),
            },
            RevisionToken = state.Token.ToString(),
        };
    }

    // What these calls make of an entry needs it whole, so its rules are checked before.
    private static void CheckWhole(Entry entry, LoadedSchedule state, RequestFields fields)
    {
        EntryMapping.ThrowIfAny("entry", entry, state.Schedule, fields);
        EntryMapping.WithPath("entry", () =>
        {
            var violations = new Violations();
            EntryRules.Check(entry, state.Schedule, violations);
            violations.ThrowIfAny();
            return entry;
        });
    }
}
