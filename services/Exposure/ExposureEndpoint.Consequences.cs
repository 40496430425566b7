using GeoGraph.Exposure.Mapping;
using GeoGraph.Hosting.Wire;
using Grpc.Core;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure;

/// <summary>The joined question.</summary>
internal sealed partial class ExposureEndpoint
{
    public override async Task StreamConsequences(
        Wire.StreamConsequencesRequest request, IServerStreamWriter<Wire.StreamConsequencesResponse> responseStream, ServerCallContext context)
    {
        RequestFields.AtMost("of_ids", request.OfIds.Count, MaxBuyers);
        var fields = new RequestFields();
        var asked = ConsequenceTerms.Read(fields, request);
        var terms = fields.ReadTerms(request.Law, null, request.Question);
        var question = await OpenAsync(fields, request, request.Question, context);
        asked = asked with { Of = [.. asked.Of.Select((id, i) => question.Dependent(RequestFields.At("of_ids", i), id)).Distinct().Order()] };
        fields.ThrowIfAny();
        var rates = new SideRatesMapping(tariffs, question.Page.Pinned(terms));
        using var ending = new AnswerDeadline(time, context.Deadline).CancelsWork(context.CancellationToken);
        var run = new ConsequenceRun(question, ChangedWorld.Of(question, scenarios, asked.Days), asked, rates, agreements);
        await run.RunAsync(ending.Token, context.CancellationToken);
        var (findings, basis) = ConsequenceMapping.ToWire(question, run, asked, rates);
        foreach (var finding in findings)
            await responseStream.WriteAsync(new() { Finding = finding }, context.CancellationToken);
        await responseStream.WriteAsync(new() { Basis = basis }, context.CancellationToken);
    }
}
