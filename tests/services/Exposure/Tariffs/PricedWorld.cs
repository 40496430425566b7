using GeoGraph.AllInOne;
using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Common.V1;
using GeoGraph.Contracts.Exposure.V1;
using Google.Type;
using ActorChange = GeoGraph.Contracts.Actors.V1.ActorChange;
using Record = GeoGraph.Contracts.Agreements.V1.Record;

namespace GeoGraph.ServiceTests.Exposure.Tariffs;

/// <summary>
/// The small world with outputs in all four services, over gRPC: 5% on lithium of China into Korea and 4% on cathodes of Korea into the United States, the latter under an
/// agreement; all else enters free.
/// </summary>
public sealed class PricedWorld : IAsyncLifetime
{
    public static readonly Date Day = new() { Year = 2026, Month = 2, Day = 1 };

    private static readonly (string Firm, string Output)[] Outputs =
    [
        ("US_OEM", "1000"), ("US_PACK", "400"), ("MX_ECU", "300"), ("KR_CATHODE", "120"), ("CN_REFINE", "60"), ("MY_OSAT", "150"),
        ("TW_FAB", "80"), ("KR_FAB", "20"), ("DE_SEMI", "50"), ("AU_MINE", "40"), ("CL_MINE", "30"),
    ];

    private string _token = "";

    public ServiceFixture Host { get; private set; } = null!;

    public ExposureService.ExposureServiceClient Exposure { get; private set; } = null!;

    internal AgreementService.AgreementServiceClient Agreements { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Host = await ServiceFixture.StartAsync(AllInOneHost.Build);
        Exposure = new(Host.Channel);
        Agreements = new(Host.Channel);
        await ExposureWorld.LoadedAsync(Host);
        var records = new[] { "CN", "KR", "MX", "MY", "US" }.Select(state => Free(state)).Append(Duty("KR", "CN", "283691", "5%")).Append(Duty("US", "KR", "284190", "4%", "agreement:cathodes"));
        var law = await Agreements.UpsertRecordsAsync(new UpsertRecordsRequest { Changes = { records.Select(measure => new RecordChange { Record = new Record { Measure = measure } }) } });
        var actors = await new ActorService.ActorServiceClient(Host.Channel).UpsertActorsAsync(new UpsertActorsRequest { Changes = { SmallWorld.Changes.Select(WithNumbers) } });
        _token = $"{actors.Receipt.RevisionToken},{law.Receipt.RevisionToken}";
    }

    public async Task DisposeAsync() => await Host.DisposeAsync();

    internal async Task WriteAsync(RecordChange change)
    {
        var written = await Agreements.UpsertRecordsAsync(new UpsertRecordsRequest { Changes = { change } });
        _token = $"{_token.Split(',')[0]},{written.Receipt.RevisionToken}";
    }

    public Question Ask(params ScenarioChange[] changes)
    {
        var question = new Question { AsOf = Day, Read = new() { AtLeast = _token } };
        if (changes.Length > 0)
            question.Scenarios.Add(new Scenario { Name = "what if", Changes = { changes } });
        return question;
    }

    internal static Measure Duty(string importer, string origin, string code, string duty, string basis = "") => new()
    {
        Id = $"measure:{importer}-{origin}-{code}".ToLowerInvariant(),
        Title = $"{duty} on {code} of {origin} into {importer}",
        ImposedById = "state:" + importer,
        Type = MeasureType.AdditionalDuty,
        Authority = "trade-duty",
        LegalBasisId = basis,
        Goods = new GoodsScope { Include = { code } },
        Origins = new OriginScope { IncludeIds = { "state:" + origin } },
        Duty = duty,
        Evidence = new Evidence { Sources = { new Source { Title = "the world itself" } } },
    };

    private static Measure Free(string importer) => new()
    {
        Id = $"measure:{importer}-free".ToLowerInvariant(),
        Title = "Free",
        ImposedById = "state:" + importer,
        Type = MeasureType.ThirdCountryDuty,
        Authority = "ordinary",
        Duty = "Free",
        Evidence = new Evidence { Sources = { new Source { Title = "the world itself" } } },
    };

    private static ActorChange WithNumbers(ActorChange change)
    {
        if (change.Actor is not { } actor)
            return change;
        var (kind, name) = (actor.Id[..actor.Id.IndexOf(':')], actor.Id[(actor.Id.IndexOf(':') + 1)..]);
        if (kind == "product")
            actor.HsCodes.Add(name);
        actor.OutputUsdPerYear = Array.Find(Outputs, row => row.Firm == name).Output ?? "";
        return change;
    }
}
