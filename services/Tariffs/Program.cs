using GeoGraph.Tariffs;

TariffsHost.Build(args).Run();
