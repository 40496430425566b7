using GeoGraph.Cli;
using GeoGraph.Cli.Output;

return await CommandLine.RunAsync(args, Terminal.OfProcess(), CancellationToken.None);
