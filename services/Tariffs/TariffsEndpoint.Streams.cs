using System.Threading.Channels;
using GeoGraph.Hosting.Wire;
using GeoGraph.Tariffs.Feed;
using GeoGraph.Tariffs.Mapping;
using Grpc.Core;
using Wire = GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Tariffs;

/// <summary>Files of entries, part by part. All parts are priced against the state that the first one opens.</summary>
internal sealed partial class TariffsEndpoint
{
    private static readonly int MostPartsInFlight = Math.Max(2, Environment.ProcessorCount);

    public override async Task StreamDuties(
        IAsyncStreamReader<Wire.StreamDutiesRequest> requests, IServerStreamWriter<Wire.StreamDutiesResponse> responses, ServerCallContext context)
    {
        if (!await requests.MoveNext(context.CancellationToken))
            return;
        var first = requests.Current;
        RequestFields.AtMost("entries", first.Entries.Count, MaxBatchEntries);
        var fields = new RequestFields();
        var law = new AskedLaw(QuestionMapping.ToDomain(first.Question, fields), QuestionMapping.ToDomain(first.Detail, fields));
        var state = await OpenAsync(first.Read, first.Question, fields, context);
        fields.ThrowIfAny();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken);
        var parts = Channel.CreateBounded<Task<Wire.StreamDutiesResponse>>(
            new BoundedChannelOptions(MostPartsInFlight) { SingleReader = true, SingleWriter = true });
        var reader = ReadPartsAsync(requests, parts.Writer, part => Task.Run(() => PricePart(state, part, law, part == first, ending.Token), ending.Token), ending.Token);
        try
        {
            await foreach (var part in parts.Reader.ReadAllAsync(ending.Token))
                await responses.WriteAsync(await part, ending.Token);
        }
        finally
        {
            await ending.CancelAsync();
            await reader;
        }
    }

    // A part is read while those before it are priced and written; where too many are under way, the caller is held back.
    private static async Task ReadPartsAsync(
        IAsyncStreamReader<Wire.StreamDutiesRequest> requests, ChannelWriter<Task<Wire.StreamDutiesResponse>> parts,
        Func<Wire.StreamDutiesRequest, Task<Wire.StreamDutiesResponse>> price, CancellationToken cancellationToken)
    {
        Exception? end = null;
        try
        {
            await parts.WriteAsync(price(requests.Current), cancellationToken);
            while (await requests.MoveNext(cancellationToken))
            {
                CheckPart(requests.Current);
                await parts.WriteAsync(price(requests.Current), cancellationToken);
            }
        }
        catch (Exception error)
        {
            end = error;
        }
        finally
        {
            parts.Complete(end);
        }
    }

    private static void CheckPart(Wire.StreamDutiesRequest part)
    {
        RequestFields.AtMost("entries", part.Entries.Count, MaxBatchEntries);
        var fields = new RequestFields();
        const string rule = "only the first part says as of which law, from which state and in how much detail";
        if (part.Question is not null)
            fields.Violations.Add("question", "", rule);
        if (part.Read is not null)
            fields.Violations.Add("read", "", rule);
        if (part.Detail != Wire.DutyDetail.Unspecified)
            fields.Violations.Add("detail", part.Detail.ToString(), rule);
        fields.ThrowIfAny();
    }

    private static Wire.StreamDutiesResponse PricePart(
        LoadedSchedule state, Wire.StreamDutiesRequest part, AskedLaw law, bool isFirst, CancellationToken cancellationToken)
    {
        var response = new Wire.StreamDutiesResponse { RevisionToken = isFirst ? state.TokenText : "" };
        response.Items.Capacity = part.Entries.Count;
        for (var i = 0; i < part.Entries.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            response.Items.Add(PriceItem(state, i, part.Entries[i], law));
        }
        return response;
    }
}
