using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Mapping;
using GeoGraph.Exposure.Tariffs;
using GeoGraph.Hosting.Wire;
using Grpc.Core;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure;

/// <summary>Duties along supply, changes of supply, and partners by what sources state.</summary>
internal sealed partial class ExposureEndpoint
{
    private const int MaxBuyers = 1_000;
    private const int MaxNameLength = 256;

    public override async Task<Wire.GetEmbeddedTariffResponse> GetEmbeddedTariff(Wire.GetEmbeddedTariffRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var of = fields.Id("of_id", request.OfId);
        var stated = fields.ReadRates("stated_rates", request.StatedRates);
        var terms = fields.ReadTerms(request.Law, request.Facts, request.Question, request.StatedOnly);
        var question = await OpenAsync(fields, request, request.Question, context);
        of = question.Dependent("of_id", of);
        fields.ThrowIfAny();
        question.CheckFlows(stated.Keys);
        var rates = new SideRatesMapping(tariffs, question.Page.Pinned(terms));
        return await question.AnswerAsync(side => EmbeddedTariffMapping.AnswerAsync(side, of, stated, rates), EmbeddedTariffMapping.Figures);
    }

    public override async Task<Wire.AssessTariffShockResponse> AssessTariffShock(Wire.AssessTariffShockRequest request, ServerCallContext context)
    {
        RequestFields.AtMost("of_ids", request.OfIds.Count, MaxBuyers);
        var fields = new RequestFields();
        var of = fields.Ids("of_ids", request.OfIds);
        var passThrough = fields.ReadPassThrough(request.PassThrough);
        var stated = new StatedRates(fields.ReadRates("rates_before", request.RatesBefore), fields.ReadRates("rates_after", request.RatesAfter));
        var terms = fields.ReadTerms(request.Law, request.Facts, request.Question);
        var question = await OpenAsync(fields, request, request.Question, context);
        of = [.. of.Select((id, i) => question.Dependent(RequestFields.At("of_ids", i), id)).Distinct().Order()];
        fields.ThrowIfAny();
        question.CheckFlows(stated.Before.Keys.Concat(stated.After.Keys));
        return await TariffShockMapping.AnswerAsync(question, new ShockQuestion(of.Count == 0 ? null : of, passThrough), stated, new SideRatesMapping(tariffs, question.Page.Pinned(terms)));
    }

    public override async Task<Wire.AssessSupplyChangeResponse> AssessSupplyChange(Wire.AssessSupplyChangeRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var of = fields.Id("of_id", request.OfId);
        var on = fields.OptionalId("on_id", request.OnId);
        var stated = new StatedRates(fields.ReadRates("rates_before", request.RatesBefore), fields.ReadRates("rates_after", request.RatesAfter));
        var terms = fields.ReadTerms(request.Law, null, request.Question);
        var question = await OpenAsync(fields, request, request.Question, context);
        of = question.Dependent("of_id", of);
        on = on is { } target ? question.Target("on_id", target) : null;
        fields.ThrowIfAny();
        question.CheckFlows(stated.Before.Keys.Concat(stated.After.Keys));
        return await SupplyChangeMapping.AnswerAsync(question, new SupplyChangeQuestion(of, on, stated), new SideRatesMapping(tariffs, question.Page.Pinned(terms)));
    }

    public override async Task<Wire.RankPartnersResponse> RankPartners(Wire.RankPartnersRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var of = fields.Id("of_id", request.OfId);
        if (request.By.Length > MaxNameLength)
            fields.Violations.Add("by", request.By, $"a number's name has at most {MaxNameLength} characters");
        var question = await OpenAsync(fields, request, request.Question, context);
        of = question.Actor("of_id", of, "partners are ranked of a state or bloc", NodeKind.State, NodeKind.Bloc);
        fields.ThrowIfAny();
        var stated = await numbers.AtAsync(question.Loaded.Revision, context.CancellationToken);
        return PartnerMapping.Answer(question.Scenario ?? question, of, NullIfEmpty(request.By), [.. ScenarioNumbers.Of(stated, request.Question, question.Loaded.Current)]);
    }
}
