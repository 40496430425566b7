using GeoGraph.Contracts.Tariffs.V1;
using Grpc.Core;

namespace GeoGraph.Cli.Averages;

/// <summary>Asks for mean rates: the question, the weights in parts, then the rows.</summary>
internal static class AverageCall
{
    private const int WeightsAMessage = 10_000;

    /// <summary>The answer as one message with at most so many rows, and how many more there are.</summary>
    public static async Task<(GetAverageRatesResponse Answer, long Left)> AskAsync(
        TariffService.TariffServiceClient tariffs, AverageQuestion question, IEnumerable<TradeWeight> weights, int limit, CancellationToken cancellationToken)
    {
        using var call = tariffs.GetAverageRates(cancellationToken: cancellationToken);
        await SendAsync(call.RequestStream, question, weights, cancellationToken);
        var answer = new GetAverageRatesResponse();
        var left = 0L;
        await foreach (var part in call.ResponseStream.ReadAllAsync(cancellationToken))
        {
            var room = Math.Min(limit - answer.Rows.Count, part.Rows.Count);
            answer.Rows.AddRange(part.Rows.Take(room));
            left += part.Rows.Count - room;
            answer.NotEvaluated.AddRange(part.NotEvaluated);
            if (part.RevisionToken.Length > 0)
                answer.RevisionToken = part.RevisionToken;
        }
        return (answer, left);
    }

    // The service may refuse before it has read all; reading the answer then says why, and writing on says only that the call is over.
    private static async Task SendAsync(
        IClientStreamWriter<GetAverageRatesRequest> stream, AverageQuestion question, IEnumerable<TradeWeight> weights, CancellationToken cancellationToken)
    {
        try
        {
            await stream.WriteAsync(new GetAverageRatesRequest { Question = question }, cancellationToken);
            foreach (var part in weights.Chunk(WeightsAMessage))
                await stream.WriteAsync(new GetAverageRatesRequest { Weights = { part } }, cancellationToken);
            await stream.CompleteAsync();
        }
        catch (Exception ended) when (ended is RpcException or InvalidOperationException)
        {
            return;
        }
    }
}
