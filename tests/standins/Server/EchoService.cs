using GeoGraph.StandIns.Tests.Wire;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Status = Google.Rpc.Status;

namespace GeoGraph.StandIns.Tests.Server;

/// <summary>Repeats what it is told. The text "wait" waits for the end of the call; an empty text is refused.</summary>
internal sealed class EchoService(CallLog log) : Wire.EchoService.EchoServiceBase
{
    public override async Task<SayResponse> Say(SayRequest request, ServerCallContext context)
    {
        log.Seen(context);
        if (request.Text.Length == 0)
            throw EmptyText();
        if (request.Text == "wait")
            await WaitForEndAsync(context);
        if (request.Text == "fault")
            throw new InvalidOperationException("a secret of the server");
        await RepeatMetadataAsync(context);
        return new SayResponse { Text = request.Text, SaidAt = new Timestamp { Seconds = 1 } };
    }

    public override async Task Count(
        CountRequest request, IServerStreamWriter<CountResponse> responseStream, ServerCallContext context)
    {
        log.Seen(context);
        for (var number = 1; request.To < 0 || number <= request.To; number++)
        {
            await responseStream.WriteAsync(new CountResponse { Number = number }, context.CancellationToken);
            if (request.To < 0)
                await WaitForEndAsync(context);
        }
    }

    public override async Task<SumResponse> Sum(IAsyncStreamReader<SumRequest> requestStream, ServerCallContext context)
    {
        log.Seen(context);
        var sum = 0;
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
            sum += request.Number;
        return new SumResponse { Sum = sum };
    }

    public override async Task Chat(
        IAsyncStreamReader<ChatRequest> requestStream, IServerStreamWriter<ChatResponse> responseStream, ServerCallContext context)
    {
        log.Seen(context);
        while (await requestStream.MoveNext())
            await responseStream.WriteAsync(new ChatResponse { Text = requestStream.Current.Text });
    }

    private static RpcException EmptyText() => new Status
    {
        Code = (int)Code.InvalidArgument,
        Message = "text is empty; it must hold at least one character",
        Details =
        {
            Any.Pack(new BadRequest { FieldViolations = { new BadRequest.Types.FieldViolation { Field = "text", Description = "empty" } } }),
            Any.Pack(new ErrorInfo { Reason = "TEXT_EMPTY", Domain = "standins.test" }),
        },
    }.ToRpcException();

    private async Task WaitForEndAsync(ServerCallContext context)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
        }
        finally
        {
            log.Cancelled.TrySetResult();
        }
    }

    private static async Task RepeatMetadataAsync(ServerCallContext context)
    {
        var repeated = context.RequestHeaders.Where(header => header.Key.StartsWith("echo-", StringComparison.Ordinal)).ToList();
        if (repeated.Count == 0)
            return;
        var headers = new Metadata();
        repeated.ForEach(headers.Add);
        await context.WriteResponseHeadersAsync(headers);
        repeated.ForEach(context.ResponseTrailers.Add);
    }
}
