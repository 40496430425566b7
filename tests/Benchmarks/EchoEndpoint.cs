using System.Collections.Concurrent;
using GeoGraph.Benchmarks.Wire;
using GeoGraph.Hosting;
using Google.Protobuf;
using Grpc.Core;

namespace GeoGraph.Benchmarks;

/// <summary>A bare call on the same server, with the same interceptors, limits and channel.</summary>
internal sealed class EchoEndpoint : EchoService.EchoServiceBase
{
    private static readonly ConcurrentDictionary<int, ByteString> Payloads = new();

    public static ServiceModule Module { get; } =
        new("echo", EchoService.Descriptor.FullName, _ => { }, app => app.MapGrpcService<EchoEndpoint>());

    public override Task<EchoResponse> Echo(EchoRequest request, ServerCallContext context) =>
        Task.FromResult(new EchoResponse { Payload = Payloads.GetOrAdd(request.AnswerBytes, size => ByteString.CopyFrom(new byte[size])) });
}
