GeoGraph.AllInOne.AllInOneHost.Build(args).Run();
