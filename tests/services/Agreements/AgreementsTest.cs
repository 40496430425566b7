using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Common.V1;
using Date = Google.Type.Date;
using Record = GeoGraph.Contracts.Agreements.V1.Record;

namespace GeoGraph.ServiceTests.Agreements;

/// <summary>One agreements host a test, and the records that tests write.</summary>
public abstract class AgreementsTest : IAsyncLifetime
{
    private ServiceFixture? _fixture;

    private protected AgreementService.AgreementServiceClient Client { get; private set; } = null!;

    private protected ServiceFixture Fixture => _fixture!;

    public async Task InitializeAsync()
    {
        _fixture = await ServiceFixture.StartAsync(GeoGraph.Agreements.AgreementsHost.Build);
        Client = new AgreementService.AgreementServiceClient(_fixture.Channel);
    }

    public async Task DisposeAsync() => await _fixture!.DisposeAsync();

    private protected static Date Day(int year, int month, int day) => new() { Year = year, Month = month, Day = day };

    private protected static Evidence Stated => new() { Sources = { new Source { Citation = "Act 1" } }, Confidence = Confidence.Verified };

    private protected static Record Deal(string id, params (Date On, AgreementStatus Status)[] steps) => new()
    {
        Agreement = new Agreement
        {
            Id = id,
            Names = { new LocalName { Language = "en", Text = "Deal " + id }, new LocalName { Language = "zh-Hant", Text = "臺美貿易協議" } },
            Kind = AgreementKind.TradeAgreement,
            Parties = { new Party { PartyId = "state:US" }, new Party { PartyId = "state:TW" } },
            Steps = { steps.Select(step => new StatusStep { On = step.On, Status = step.Status, Evidence = Stated }) },
            Evidence = Stated,
        },
    };

    private protected static Record Said(string id, string subject, params string[] clashes) => new()
    {
        Claim = new Claim
        {
            Id = id,
            SubjectId = subject,
            Predicate = "RATE",
            Value = "0.15",
            Unit = "rate",
            Text = "the rate is 15%",
            SaidOn = Day(2026, 1, 22),
            ClashesWithIds = { clashes },
            Evidence = Stated,
        },
    };

    private protected static Record Duty(string id, string duty, Period? known = null) => new()
    {
        Measure = new Measure
        {
            Id = id,
            Title = "Duty " + id,
            ImposedById = "state:US",
            Type = MeasureType.AdditionalDuty,
            Authority = "us-ieepa-reciprocal",
            Origins = new OriginScope { IncludeIds = { "state:JP" } },
            Duty = duty,
            Effective = new Period { From = Day(2025, 8, 7) },
            Known = known,
            Evidence = Stated,
        },
    };

    private protected async Task<string> WriteAsync(params Record[] records)
    {
        var request = new UpsertRecordsRequest { Changes = { records.Select(record => new RecordChange { Record = record }) } };
        return (await Client.UpsertRecordsAsync(request)).Receipt.RevisionToken;
    }
}
