using GeoGraph.Agreements;

AgreementsHost.Build(args).Run();
