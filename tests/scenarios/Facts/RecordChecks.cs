using GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Scenarios.Facts;

/// <summary>Checks on agreements, rules, measures and events.</summary>
internal sealed class RecordChecks(Questions ask)
{
    public async Task SearchRecordsAsync(FactCheck check)
    {
        var found = await ask.Agreements.SearchRecordsAsync(new SearchRecordsRequest { Text = check.Need("text"), Read = ask.Read });
        Holds.Includes([check.Need("finds")], found.Records.Select(r => Questions.IdOf(r)), "finds");
    }

    public async Task AgreementStatusAsync(FactCheck check)
    {
        var bindings = await ask.BindingsAsync(check.NeedDay("on"));
        Assert.Equal(check.NeedWord<AgreementStatus>("equals"), Assert.Single(bindings, b => b.Agreement.Id == check.Need("agreement")).Status);
    }

    public async Task ClauseAsync(FactCheck check)
    {
        var agreement = (await ask.RecordAsync(check.Need("agreement"))).Agreement;
        var clause = Assert.Single(agreement.Clauses, c => c.Id == check.Need("clause"));
        Assert.Equal(check.NeedWord<ClauseKind>("clause_kind"), clause.Kind);
        Holds.SameNumber(check.Number("value"), clause.Value, "value");
        Holds.Same(check.Text("unit"), clause.Unit, "unit");
        Holds.SameSet(check.List("authorities"), clause.Authorities, "authorities");
        Holds.Same(check.Text("beneficiary"), clause.BeneficiaryId, "beneficiary");
    }

    public async Task OriginRuleAsync(FactCheck check)
    {
        var (id, on) = (check.Need("rule"), check.NeedDay("on"));
        var valid = await ask.RecordsAsync(new ListRecordsRequest { Kinds = { RecordKind.OriginRule }, AsOf = on });
        var rule = Assert.Single(valid, r => Questions.IdOf(r) == id).OriginRule;
        var (kind, threshold) = (check.NeedWord<OriginCriterionKind>("criterion"), FactCheck.Decimal(check.Need("threshold")));
        Assert.Contains(rule.AllOf, c => c.Kind == kind && FactCheck.Decimal(c.Threshold) == threshold);
    }

    public async Task EventAsync(FactCheck check)
    {
        var happening = (await ask.RecordAsync(check.Need("event"))).Event;
        Assert.Equal(check.NeedDay("on"), happening.On);
        Holds.Same(check.Day("until"), happening.Until, "until");
        Holds.Same(check.Word<DatePrecision>("precision"), happening.Precision, "precision");
        Holds.Includes(check.List("participants"), happening.ParticipantIds, "participants");
        Holds.Same(check.Count("points"), happening.Points.Count, "points");
    }

    public async Task TimelineAsync(FactCheck check)
    {
        var places = (await ask.TimelineAsync()).Select((m, i) => (m.RecordId, Day: new DateOnly(m.On.Year, m.On.Month, m.On.Day), Index: i)).ToLookup(m => m.RecordId);
        var groups = check.NeedLists("events").Select(ids => ids.Select(id => places[id].First()).ToList()).ToList();
        Assert.All(groups, group => Assert.Single(group.Select(m => m.Day).Distinct()));
        Assert.All(groups.Zip(groups.Skip(1)), pair => Assert.True(pair.First[0].Day < pair.Second[0].Day, $"{pair.First[0].RecordId} is not before {pair.Second[0].RecordId}"));
        Assert.All(groups.Zip(groups.Skip(1)), pair => Assert.True(pair.First.Max(m => m.Index) < pair.Second.Min(m => m.Index), $"{pair.First[0].RecordId} is not listed before {pair.Second[0].RecordId}"));
    }

    public async Task MeasureAsync(FactCheck check)
    {
        var request = new ListMeasuresRequest { ImposedById = check.Need("imposed_by"), OriginId = check.Need("origin"), On = check.NeedDay("on"), Authority = check.Need("authority") };
        var law = (await ask.MeasuresAsync(request)).Where(m => m.Status is MeasureStatus.Law or MeasureStatus.Unspecified).ToList();
        Assert.NotEmpty(law);
        if (check.Text("duty") is { } duty)
            Holds.Includes([duty], law.Select(m => m.Duty), "duty");
    }
}
