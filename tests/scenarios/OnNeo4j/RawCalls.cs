using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Net.Client;

namespace GeoGraph.Scenarios.OnNeo4j;

/// <summary>Calls any method of any service and gives what came back as bytes, so that two hosts can be held to the same.</summary>
internal sealed class RawCalls(Uri address) : IDisposable
{
    // A watch goes on for ever; what it has told by then is its answer.
    private const int MostMessages = 3;

    private static readonly Marshaller<byte[]> s_bytes = Marshallers.Create(static (byte[] message) => message, static message => message);

    private readonly GrpcChannel _channel = GrpcChannel.ForAddress(address);

    /// <summary>The status and the messages of one call with one request.</summary>
    public async Task<Answer> AnswerAsync(MethodDescriptor method, IMessage request)
    {
        var messages = new List<string>();
        try
        {
            await foreach (var message in CallAsync(method, request.ToByteArray()))
                messages.Add(Convert.ToHexString(message));
            return new Answer(StatusCode.OK, "", string.Join(' ', messages));
        }
        catch (RpcException refusal)
        {
            return new Answer(refusal.StatusCode, refusal.Status.Detail, string.Join(' ', messages));
        }
    }

    public void Dispose() => _channel.Dispose();

    private async IAsyncEnumerable<byte[]> CallAsync(MethodDescriptor method, byte[] request)
    {
        var (calls, options) = (_channel.CreateCallInvoker(), new CallOptions(deadline: TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(30)));
        if (method.IsClientStreaming)
        {
            using var call = calls.AsyncClientStreamingCall(Of(method, MethodType.ClientStreaming), null, options);
            await call.RequestStream.WriteAsync(request);
            await call.RequestStream.CompleteAsync();
            yield return await call;
        }
        else if (method.IsServerStreaming)
        {
            using var call = calls.AsyncServerStreamingCall(Of(method, MethodType.ServerStreaming), null, options, request);
            for (var left = MostMessages; left > 0 && await call.ResponseStream.MoveNext(CancellationToken.None); left--)
                yield return call.ResponseStream.Current;
        }
        else
            yield return await calls.AsyncUnaryCall(Of(method, MethodType.Unary), null, options, request);
    }

    private static Method<byte[], byte[]> Of(MethodDescriptor method, MethodType type) => new(type, method.Service.FullName, method.Name, s_bytes, s_bytes);
}

/// <summary>How a call ended.</summary>
/// <param name="Status">The status.</param>
/// <param name="Detail">Its text.</param>
/// <param name="Messages">The messages that came, in hexadecimal.</param>
internal sealed record Answer(StatusCode Status, string Detail, string Messages);
