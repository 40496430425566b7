using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Common.V1;
using GeoGraph.Contracts.Tariffs.V1;
using Date = Google.Type.Date;
using Record = GeoGraph.Contracts.Agreements.V1.Record;

namespace GeoGraph.ServiceTests.Tariffs;

/// <summary>Short ways to write rules of origin, bills and preferences down, and to ask after them.</summary>
public abstract class OriginsTest : TariffsTest
{
    private protected static readonly Date On = Day(2025, 9, 1);

    private protected static OriginRule Rule(string id, string agreement, params OriginCriterion[] allOf) =>
        new() { Id = id, AgreementId = agreement, AllOf = { allOf }, Evidence = Stated };

    private protected static OriginCriterion Fob(string threshold) => new() { Kind = OriginCriterionKind.RegionalValue, Threshold = threshold, Formula = "fob" };

    private protected static Material Part(string value, string origin, string hs = "8483.40", string name = "") => new() { Value = value, OriginId = origin, Hs = hs, Name = name };

    private protected static BillOfMaterials Bill(string madeIn, params Material[] materials) =>
        new() { Hs = "8457.10.00", MadeInId = madeIn, On = On, FobValue = "100", Materials = { materials } };

    private protected static Measure Preference(string id, string origin, string program, string agreement)
    {
        var measure = Measure(id, MeasureType.TariffPreference, "Free");
        measure.Authority = "us-special";
        measure.LegalBasisId = agreement;
        measure.Origins = new OriginScope { IncludeIds = { origin } };
        measure.Conditions.Add(Where("special_program", program));
        return measure;
    }

    private protected static Condition Where(string fact, string value, WhenAbsent absent = WhenAbsent.Fails, FactOperator by = FactOperator.Equals) =>
        new() { Reason = $"{fact} is not {value}", AnyOf = { new FactTest { Fact = fact, Operator = by, Value = value, WhenAbsent = absent } } };

    private protected async Task<string> WriteAsync(params OriginRule[] rules)
    {
        var request = new UpsertRecordsRequest { Changes = { rules.Select(rule => new RecordChange { Record = new Record { OriginRule = rule } }) } };
        return (await Agreements.UpsertRecordsAsync(request)).Receipt.RevisionToken;
    }

    private protected async Task<IReadOnlyList<OriginAssessment>> AssessAsync(BillOfMaterials bill, string atLeast, params string[] agreements)
    {
        var request = new AssessOriginRequest { Bill = bill, AgreementIds = { agreements }, Read = new ReadOptions { AtLeast = atLeast } };
        return (await Tariffs.AssessOriginAsync(request)).Assessments;
    }

    private protected async Task<IReadOnlyList<PreferenceOption>> FindAsync(Entry entry, BillOfMaterials? bill, string atLeast) =>
        (await Tariffs.FindPreferenceAsync(new FindPreferenceRequest { Entry = entry, Bill = bill, Read = new ReadOptions { AtLeast = atLeast } })).Options;
}
