using GeoGraph.Benchmarks.Wire;
using GeoGraph.Contracts.Tariffs.V1;
using Google.Protobuf;
using Grpc.Core;

namespace GeoGraph.Benchmarks;

/// <summary>One kind of entry priced over gRPC, each time of another value, against a bare call that moves as many bytes both ways, in turn.</summary>
internal sealed class DutyAgainstEcho(CallInvoker tariffs, CallInvoker echo)
{
    private const int Rounds = 5;
    private const int Callers = 8;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(2);

    private int _number;

    /// <summary>Prints the calls a second of each round, and the median ratio.</summary>
    public async Task RunAsync(TextWriter output)
    {
        var duty = new TariffService.TariffServiceClient(tariffs);
        var bare = new EchoService.EchoServiceClient(echo);
        var request = Next();
        var answer = await duty.CalculateDutyAsync(request);
        var asked = new EchoRequest { Payload = ByteString.CopyFrom(new byte[request.CalculateSize()]), AnswerBytes = answer.CalculateSize() };
        await output.WriteLineAsync($"duty against echo: {request.CalculateSize()} bytes asked, {answer.CalculateSize()} bytes answered, {Callers} callers, {Rounds} rounds of {Length.TotalSeconds:0} s");
        await MeasureAsync(duty, bare, asked, TimeSpan.FromSeconds(1));
        var ratios = new List<double>();
        for (var round = 1; round <= Rounds; round++)
        {
            var (priced, echoed) = await MeasureAsync(duty, bare, asked, Length);
            ratios.Add(priced / echoed);
            await output.WriteLineAsync($"  round {round}: duty {priced:0}/s, echo {echoed:0}/s, ratio {priced / echoed:0.000}");
        }
        await output.WriteLineAsync($"  median ratio {Load.Median(ratios):0.000}");
    }

    private CalculateDutyRequest Next() => new() { Entry = BenchmarkEntries.One(Interlocked.Increment(ref _number) % 1_000_000) };

    private async Task<(double Priced, double Echoed)> MeasureAsync(
        TariffService.TariffServiceClient duty, EchoService.EchoServiceClient bare, EchoRequest asked, TimeSpan length)
    {
        var priced = await Load.CallsPerSecondAsync(async () => await duty.CalculateDutyAsync(Next()), Callers, length);
        var echoed = await Load.CallsPerSecondAsync(async () => await bare.EchoAsync(asked), Callers, length);
        return (priced, echoed);
    }
}
