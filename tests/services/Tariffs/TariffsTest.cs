using GeoGraph.AllInOne;
using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Common.V1;
using GeoGraph.Contracts.Tariffs.V1;
using Date = Google.Type.Date;
using Record = GeoGraph.Contracts.Agreements.V1.Record;

namespace GeoGraph.ServiceTests.Tariffs;

/// <summary>One all-in-one host a test, with a small law: 4% on everything, 10% more from 2025-04-05, 20% for bloc members from 2025-08-07.</summary>
public abstract class TariffsTest : IAsyncLifetime
{
    private ServiceFixture? _fixture;

    private protected TariffService.TariffServiceClient Tariffs { get; private set; } = null!;

    private protected AgreementService.AgreementServiceClient Agreements { get; private set; } = null!;

    private protected ActorService.ActorServiceClient Actors { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _fixture = await ServiceFixture.StartAsync(AllInOneHost.Build);
        Tariffs = new TariffService.TariffServiceClient(_fixture.Channel);
        Agreements = new AgreementService.AgreementServiceClient(_fixture.Channel);
        Actors = new ActorService.ActorServiceClient(_fixture.Channel);
    }

    public async Task DisposeAsync() => await _fixture!.DisposeAsync();

    private protected static Date Day(int year, int month, int day) => new() { Year = year, Month = month, Day = day };

    private protected static Evidence Stated => new() { Sources = { new Source { Citation = "Act 1" } } };

    private protected static Measure Measure(string id, MeasureType type, string duty, Date? from = null) => new()
    {
        Id = id,
        Title = id,
        ImposedById = "state:US",
        Type = type,
        Authority = type == MeasureType.ThirdCountryDuty ? "us-column-1" : "us-ieepa-reciprocal",
        Duty = duty,
        Effective = from is null ? null : new Period { From = from },
        Evidence = Stated,
    };

    private protected Task<string> WriteAsync(params Measure[] measures) => WriteAsync([.. measures.Select(measure => new Record { Measure = measure })]);

    private protected async Task<string> WriteAsync(params Record[] records)
    {
        var request = new UpsertRecordsRequest { Changes = { records.Select(record => new RecordChange { Record = record }) } };
        return (await Agreements.UpsertRecordsAsync(request)).Receipt.RevisionToken;
    }

    private protected async Task<string> JoinAsync(string state, string bloc, Date from)
    {
        var request = new UpsertActorsRequest
        {
            Changes =
            {
                new ActorChange { Actor = new Actor { Id = state, Names = { new LocalName { Language = "en", Text = state } }, IsoAlpha2 = state[6..], Evidence = Stated } },
                new ActorChange { Actor = new Actor { Id = bloc, Names = { new LocalName { Language = "en", Text = bloc } }, Evidence = Stated } },
                new ActorChange { Relation = new Relation { Id = $"member-of:{state[6..]}", Type = RelationType.MemberOf, FromId = state, ToId = bloc, Valid = new Period { From = from }, Evidence = Stated } },
            },
        };
        return (await Actors.UpsertActorsAsync(request)).Receipt.RevisionToken;
    }

    private protected static Entry Entry(Date date, string origin = "state:FR") => new()
    {
        Id = "e",
        ImporterId = "state:US",
        OriginId = origin,
        Hs = "8457.10.00",
        CustomsValue = "1000.00",
        EntryDate = date,
    };

    private protected async Task<DutyResult> PriceAsync(Entry entry, string atLeast) =>
        (await Tariffs.CalculateDutyAsync(new CalculateDutyRequest { Entry = entry, Read = new ReadOptions { AtLeast = atLeast } })).Result;
}
