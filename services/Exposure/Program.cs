using GeoGraph.Exposure;

ExposureHost.Build(args).Run();
