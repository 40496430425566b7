using GeoGraph.Benchmarks.Wire;
using GeoGraph.Contracts.Tariffs.V1;
using Google.Protobuf;
using Grpc.Core;

namespace GeoGraph.Benchmarks;

/// <summary>
/// One kind of entry priced over gRPC, each time of another value, against a bare call that moves as many bytes both ways, in turn: once with callers that
/// leave answers as bytes, which is what the service costs, and once with callers that decode them.
/// </summary>
internal sealed class DutyAgainstEcho(CallInvoker tariffs, CallInvoker echo)
{
    private const int Rounds = 5;
    private const int Callers = 8;
    private const int Requests = 1000;
    private static readonly TimeSpan Warmup = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(2);
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create(static bytes => bytes, static bytes => bytes);
    private static readonly Method<byte[], byte[]> Duty = new(MethodType.Unary, TariffService.Descriptor.FullName, nameof(TariffService.TariffServiceClient.CalculateDuty), Bytes, Bytes);
    private static readonly Method<byte[], byte[]> Echo = new(MethodType.Unary, EchoService.Descriptor.FullName, nameof(EchoService.EchoServiceClient.Echo), Bytes, Bytes);

    private readonly CalculateDutyRequest[] _requests = [.. Enumerable.Range(0, Requests).Select(number => new CalculateDutyRequest { Entry = BenchmarkEntries.One(number) })];
    private int _number;

    /// <summary>Prints the calls a second of each round, and the median ratios.</summary>
    public async Task RunAsync(TextWriter output)
    {
        var (duty, bare) = (new TariffService.TariffServiceClient(tariffs), new EchoService.EchoServiceClient(echo));
        var answer = await duty.CalculateDutyAsync(_requests[0]);
        var asked = new EchoRequest { Payload = ByteString.CopyFrom(new byte[_requests[0].CalculateSize()]), AnswerBytes = answer.CalculateSize() };
        await output.WriteLineAsync($"duty against echo: {_requests[0].CalculateSize()} bytes asked, {answer.CalculateSize()} bytes answered, {Callers} callers, {Rounds} rounds of {Length.TotalSeconds:0} s");
        var (written, plain) = (Array.ConvertAll(_requests, request => request.ToByteArray()), asked.ToByteArray());
        await CompareAsync("answers as bytes", () => CallAsync(tariffs, Duty, written[Next()]), () => CallAsync(echo, Echo, plain), output);
        await CompareAsync("answers decoded", async () => await duty.CalculateDutyAsync(_requests[Next()]), async () => await bare.EchoAsync(asked), output);
    }

    private static async Task CompareAsync(string name, Func<Task> duty, Func<Task> bare, TextWriter output)
    {
        await Load.CallsPerSecondAsync(duty, Callers, Warmup);
        await Load.CallsPerSecondAsync(bare, Callers, Warmup);
        var ratios = new List<double>();
        for (var round = 1; round <= Rounds; round++)
        {
            var priced = await Load.CallsPerSecondAsync(duty, Callers, Length);
            var echoed = await Load.CallsPerSecondAsync(bare, Callers, Length);
            ratios.Add(priced / echoed);
            await output.WriteLineAsync($"  {name}, round {round}: duty {priced:0}/s, echo {echoed:0}/s, ratio {priced / echoed:0.000}");
        }
        await output.WriteLineAsync($"  {name}: median ratio {Load.Median(ratios):0.000}");
    }

    private int Next() => (int)((uint)Interlocked.Increment(ref _number) % Requests);

    private static async Task CallAsync(CallInvoker calls, Method<byte[], byte[]> method, byte[] request)
    {
        using var call = calls.AsyncUnaryCall(method, null, default, request);
        await call.ResponseAsync;
    }
}
