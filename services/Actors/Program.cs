GeoGraph.Actors.ActorsHost.Build(args).Run();
