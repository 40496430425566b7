namespace GeoGraph.Scenarios.Processes;

/// <summary>Four processes over files answer as one process over memory does, to the byte.</summary>
[Collection(World.Collection)]
public sealed class ProcessTests(World world, FourProcesses processes) : ProcessPromises(world, processes), IClassFixture<FourProcesses>;

/// <summary>What four processes promise, wherever they keep their graphs.</summary>
public abstract class ProcessPromises(World world, FourProcesses processes)
{
    [Theory]
    [InlineData("duty --importer US --origin TW --hs 8457.10.00 --value 1000000 --on 2025-08-15 --fact loaded_on=2025-08-08")]
    [InlineData("duty --importer US --origin JP --hs 8712.00.15 --value 100000 --on 2025-08-20 --known-at 2025-08-20")]
    [InlineData("rates --importer US --origin CN --hs 9503.00.00 --value 10000 --from 2025-01-01 --to 2026-03-01")]
    [InlineData("chokepoints --at chokepoint:taiwan-strait --as-of 2026-03-02")]
    [InlineData("concentration --of firm:nvidia --as-of 2026-03-02")]
    [InlineData("exposure --of firm:nvidia --on state:TW --as-of 2026-03-02")]
    [InlineData("single-points --of firm:nvidia --as-of 2026-03-02")]
    [InlineData("actors search 台積電")]
    [InlineData("actors commitments --towards JP --obligation defense --as-of 2026-03-02")]
    [InlineData("agreements --between US --and TW --on 2026-03-01")]
    [InlineData("agreements claims --flagged")]
    [InlineData("agreements timeline --from 2025-04-01 --to 2025-06-01")]
    public async Task Answers_are_the_same_bytes(string line)
    {
        string[] command = [.. line.Split(' '), "--json", "--server"];
        var together = await CommandRun.AnsweredAsync([.. command, world.Address.ToString()]);
        var apart = await CommandRun.AnsweredAsync([.. command, processes.Server]);
        var again = await CommandRun.AnsweredAsync([.. command, processes.Server]);
        Assert.NotEqual("", together.Out);
        Assert.Equal(together, apart);
        Assert.Equal(apart, again);
    }

    [GrpcurlFact]
    public async Task Grpcurl_finds_every_service_at_the_address_of_one_process()
    {
        var listed = await Grpcurl.RunAsync("-plaintext", world.Address.Authority, "list");
        Assert.Equal(0, listed.ExitCode);
        Assert.Equal(
            [
                "geograph.actors.v1.ActorService", "geograph.agreements.v1.AgreementService", "geograph.exposure.v1.ExposureService",
                "geograph.tariffs.v1.TariffService", "grpc.health.v1.Health", "grpc.reflection.v1alpha.ServerReflection",
            ],
            listed.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(s => s != "grpc.reflection.v1.ServerReflection").Order(StringComparer.Ordinal));
    }

    [GrpcurlTheory]
    [InlineData("actors", "geograph.actors.v1.ActorService/SearchActors", """{"text": "台積電"}""", "firm:tsmc")]
    [InlineData("agreements", "geograph.agreements.v1.AgreementService/GetRecord", """{"id": "agreement:us-tw-mou-2026"}""", "AGREEMENT_STATUS_SIGNED")]
    [InlineData("tariffs", "geograph.tariffs.v1.TariffService/CalculateDuty", """{"entry": {"importer_id": "state:US", "origin_id": "state:TW", "hs": "8457.10.00", "customs_value": "1000000", "entry_date": {"year": 2025, "month": 8, "day": 15}}}""", "242000.00")]
    [InlineData("exposure", "geograph.exposure.v1.ExposureService/GetConcentration", """{"of_id": "firm:nvidia", "question": {"as_of": {"year": 2026, "month": 3, "day": 2}}}""", "wafers")]
    public async Task Grpcurl_calls_each_process(string service, string method, string request, string finds)
    {
        var answered = await Grpcurl.RunAsync("-plaintext", "-d", request, processes.AuthorityOf(service), method);
        Assert.True(answered.ExitCode == 0, answered.Error);
        Assert.Contains(finds, answered.Out, StringComparison.Ordinal);
        var health = await Grpcurl.RunAsync("-plaintext", processes.AuthorityOf(service), "grpc.health.v1.Health/Check");
        Assert.Contains("SERVING", health.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("NOT_SERVING", health.Out, StringComparison.Ordinal);
    }
}
