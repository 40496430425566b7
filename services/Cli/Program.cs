using System.CommandLine;
using GeoGraph.Cli.Commands;

var root = new RootCommand("GeoGraph") { new Command("import", "Import files.") { ImportGeoGraphCommand.Create() } };
return await root.Parse(args).InvokeAsync();
