using GeoGraph.Cli.Commands;
using GeoGraph.Cli.Server;
using GeoGraph.Contracts.Common.V1;
using GeoGraph.Contracts.Exposure.V1;
using GeoGraph.Contracts.Tariffs.V1;
using Grpc.Core;

namespace GeoGraph.Cli.Import;

/// <summary>
/// Waits until the services that follow a store answer from what an import wrote, so that the question after it sees it. What they do not reach in time is
/// noted: the import stands all the same.
/// </summary>
internal sealed class ImportArrival(Session session)
{
    // No service has anything of this id: a question about it is answered at once, but not before the state asked for is reached.
    private const string Nothing = "firm:nothing-of-this-name";
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_between = TimeSpan.FromMilliseconds(200);

    /// <summary>Waits for what was written.</summary>
    /// <param name="written">The receipts.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public async Task WaitAsync(IReadOnlyList<WriteReceipt> written, CancellationToken cancellationToken)
    {
        var read = new ReadOptions { AtLeast = string.Join(',', written.Select(receipt => receipt.RevisionToken)) };
        var today = DateOnly.FromDateTime(session.Time.GetUtcNow().UtcDateTime).ToDate();
        var tariffs = UntilReachedAsync("tariffs", deadline => session.Tariffs.GetQuotaStandingAsync(
            new GetQuotaStandingRequest { Quota = Nothing, AsOf = today, Read = read }, deadline: deadline, cancellationToken: cancellationToken).ResponseAsync, cancellationToken);
        var exposure = UntilReachedAsync("exposure", deadline => session.Exposure.ListReachAsync(
            new ListReachRequest { OfId = Nothing, Question = new Question { AsOf = today, Read = read } }, deadline: deadline, cancellationToken: cancellationToken).ResponseAsync, cancellationToken);
        await Task.WhenAll(tariffs, exposure);
    }

    private async Task UntilReachedAsync(string service, Func<DateTime, Task> ask, CancellationToken cancellationToken)
    {
        if (!session.Reaches(service))
            return;
        var deadline = session.Time.GetUtcNow() + s_longest;
        while (await WhyNotAsync(() => ask(deadline.UtcDateTime)) is { } why)
        {
            cancellationToken.ThrowIfCancellationRequested();
            // A status of the service's own says that it is still behind; without one there is no service to wait for.
            if (why.StatusCode != StatusCode.Unavailable || why.GetRpcStatus(ignoreParseError: true) is null || session.Time.GetUtcNow() + s_between >= deadline)
            {
                await session.TellAsync($"note: the {service} service does not answer from what was written yet: {why.Status.Detail}");
                return;
            }
            await Task.Delay(s_between, session.Time, cancellationToken);
        }
    }

    // A refusal of the question itself comes after the state was reached.
    private static async Task<RpcException?> WhyNotAsync(Func<Task> ask)
    {
        try
        {
            await ask();
            return null;
        }
        catch (RpcException refused)
        {
            return refused.StatusCode == StatusCode.NotFound ? null : refused;
        }
    }
}
