using GeoGraph.Core;
using GeoGraph.Hosting.Wire;
using GeoGraph.Tariffs.Mapping;
using Grpc.Core;
using Wire = GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Tariffs;

/// <summary>Mean rates, and the lines that a measure touches.</summary>
internal sealed partial class TariffsEndpoint
{
    private const int MaxWeightsAMessage = 10_000;
    private const int RowsAMessage = 500;
    private const int MostViolationsOfWeights = 100;

    public override async Task GetAverageRates(
        IAsyncStreamReader<Wire.GetAverageRatesRequest> requests, IServerStreamWriter<Wire.GetAverageRatesResponse> responses, ServerCallContext context)
    {
        var fields = new RequestFields();
        var weights = new TradeWeights();
        var wire = await ReadAveragesAsync(requests, weights, fields, context.CancellationToken);
        var question = AverageMapping.ToDomain(wire, fields);
        var state = await OpenAsync(wire?.Read, wire?.Question, fields, context);
        AverageMapping.ThrowIfAny(question, state.Schedule, fields);
        var averages = new AverageRates(state.Schedule, question, weights);
        foreach (var rows in averages.Rows(context.CancellationToken).Chunk(RowsAMessage))
            await responses.WriteAsync(new Wire.GetAverageRatesResponse { Rows = { rows.Select(AverageMapping.ToWire) } }, context.CancellationToken);
        var last = new Wire.GetAverageRatesResponse { NotEvaluated = { averages.NotEvaluated }, RevisionToken = state.Token.ToString() };
        await responses.WriteAsync(last, context.CancellationToken);
    }

    public override async Task<Wire.ListTouchedLinesResponse> ListTouchedLines(Wire.ListTouchedLinesRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var page = LinePage.Read(request, fields);
        var id = fields.Id("measure_id", request.MeasureId);
        var asOf = fields.RequiredDate("as_of", request.AsOf);
        var wanted = page.WantedOf(QuestionMapping.ToWanted(request.Read, fields));
        var state = await schedules.OpenAsync(wanted, context.Deadline, context.CancellationToken);
        fields.ThrowIfAny();
        var measure = Array.Find(state.Schedule.Measures, measure => measure.Measure.Id == id) ?? throw GeoGraphException.NotFound("measure", id.Value);
        return page.Of(TouchedLines.Of(state.Schedule, measure, asOf), state.Token);
    }

    // Weights that cannot be read are told together, up to a number at which reading stops.
    private static async Task<Wire.AverageQuestion?> ReadAveragesAsync(
        IAsyncStreamReader<Wire.GetAverageRatesRequest> requests, TradeWeights weights, RequestFields fields, CancellationToken cancellationToken)
    {
        Wire.AverageQuestion? question = null;
        var (messages, read) = (0, 0);
        while (fields.Violations.Found.Count < MostViolationsOfWeights && await requests.MoveNext(cancellationToken))
        {
            var part = requests.Current;
            if (messages++ == 0)
                question = part.Question;
            else if (part.Question is not null)
                fields.Violations.Add("question", "", "only the first message has a question");
            RequestFields.AtMost("weights", part.Weights.Count, MaxWeightsAMessage);
            RequestFields.AtMost("weights", read + part.Weights.Count, AverageRules.MostWeights);
            AverageMapping.Take(part.Weights, read, weights, fields);
            read += part.Weights.Count;
        }
        weights.Close();
        return question;
    }
}
