using GeoGraph.Benchmarks;
using GeoGraph.Benchmarks.Graphs;
using GeoGraph.Benchmarks.Neo4j;
using GeoGraph.Benchmarks.Peers;

var options = BenchmarkOptions.Read(args);
await GraphBenchmarks.RunAsync(options.Names, Console.Out);
await PeerBenchmarks.RunAsync(options, Console.Out);
await Neo4jBenchmarks.RunAsync(options, Console.Out);
if (options.Names.Count > 0 && options.Names.All(name => GraphBenchmarks.Has(name) || PeerBenchmarks.Has(name) || Neo4jBenchmarks.Has(name)))
    return;
var data = await BenchmarkData.ReadAsync(options);
await Console.Out.WriteLineAsync($"{data.Measures} measures, {data.Codes} codes in goods lists, {Environment.ProcessorCount} processors");
await using var server = await BenchmarkServer.StartAsync(data);
if (options.Wants("duty"))
    await new DutyAgainstEcho(server.Calls, server.Calls).RunAsync(Console.Out);
if (options.Wants("stream"))
    await new StreamAgainstUnary(server.Calls).RunAsync(Console.Out);
if (options.Wants("compile") || options.Wants("evaluation") || options.Wants("averages"))
{
    var schedule = await new CompileCost(server.Calls).RunAsync(Console.Out);
    if (options.Wants("evaluation"))
        await new EvaluationCost(schedule).RunAsync(Console.Out);
    if (options.Wants("averages"))
        await new AverageCost(server.Calls, schedule).RunAsync(Console.Out);
}
if (options.Wants("visibility"))
    await new VisibilityOfWrites(server.Calls).RunAsync(Console.Out);
