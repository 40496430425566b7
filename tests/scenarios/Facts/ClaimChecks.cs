using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Common.V1;

namespace GeoGraph.Scenarios.Facts;

/// <summary>Checks on what sources assert.</summary>
internal sealed class ClaimChecks(Questions ask)
{
    public async Task ClaimAsync(FactCheck check)
    {
        var id = check.Need("claim");
        var claim = (await ask.RecordAsync(id)).Claim;
        Assert.NotNull(claim);
        Holds.Same(check.Text("subject"), claim.SubjectId, "subject");
        Holds.Same(check.Text("predicate"), claim.Predicate, "predicate");
        Holds.SameSet(check.List("objects"), claim.ObjectIds, "objects");
        Holds.SameNumber(check.Number("value"), claim.Value, "value");
        Holds.SameNumber(check.Number("value_high"), claim.ValueHigh, "value_high");
        Holds.Same(check.Text("unit"), claim.Unit, "unit");
        Holds.Same(check.Text("speaker"), claim.SpeakerId, "speaker");
        Holds.Same(check.Day("said_on"), claim.SaidOn, "said_on");
        Holds.Same(check.Word<ClaimStatus>("status"), claim.Status, "status");
        Holds.Same(check.Flag("flagged"), claim.Flag.Length > 0, "flagged");
        Holds.Same(check.Text("formula"), claim.Formula, "formula");
        Holds.Same(check.Flag("assumed"), claim.Assumption.Length > 0, "assumed");
        EvidenceHolds(check, claim.Evidence);
        Holds.Includes(check.List("clashes_with"), (await ask.ClaimsAsync()).Single(c => c.Id == id).ClashesWithIds, "clashes_with");
    }

    public async Task SameAssertionAsync(FactCheck check)
    {
        var claims = await ClaimsAsync(check.NeedList("claims"));
        Assert.Single(claims.Select(c => (c.SubjectId, c.Predicate, string.Join(' ', c.ObjectIds.Order()), Value: c.Value.Length == 0 ? 0 : FactCheck.Decimal(c.Value), c.Unit)).Distinct());
        Assert.Distinct(claims.Select(c => c.Evidence.Sources[0].Id));
    }

    public async Task SaidByAsync(FactCheck check)
    {
        var known = await ask.ClaimsAsync(check.NeedDay("on"));
        Assert.Equal(check.Flag("known"), known.Any(c => c.Id == check.Need("claim")));
    }

    public async Task ArithmeticAsync(FactCheck check)
    {
        var operands = await ValuesAsync(check.NeedList("operands"));
        var result = check.Need("operation") switch
        {
            "ADD" => operands.Aggregate((a, b) => a + b),
            "SUBTRACT" => operands.Aggregate((a, b) => a - b),
            "MULTIPLY" => operands.Aggregate((a, b) => a * b),
            "DIVIDE" => operands.Aggregate((a, b) => a / b),
            "ONE_OVER_ONE_PLUS" => 1 / (1 + operands.Single()),
            var other => throw new FormatException($"{check}: {other} is no operation"),
        };
        Assert.Equal(check.Number("equals"), check.Count("digits") is { } digits ? Round(result, digits) : result);
    }

    public async Task DescendingAsync(FactCheck check)
    {
        var values = await ValuesAsync(check.NeedList("operands"));
        Assert.All(values.Zip(values.Skip(1)), pair => Assert.True(pair.First > pair.Second, $"{pair.First} is not greater than {pair.Second}"));
    }

    private static void EvidenceHolds(FactCheck check, Evidence evidence)
    {
        Holds.Same(check.Word<Confidence>("confidence"), evidence.Confidence, "confidence");
        Holds.Same(check.Flag("inferred"), evidence.Inferred, "inferred");
        if (check.Text("source") is { } source)
            Holds.Includes([source], evidence.Sources.Select(s => s.Id), "source");
        if (check.Text("quote") is { } quote)
            Assert.True(evidence.Sources.Any(s => Dense(s.Quote).Contains(Dense(quote), StringComparison.Ordinal)), $"no source of the claim has the words \"{quote}\"");
    }

    private static string Dense(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static decimal Round(decimal value, int digits)
    {
        var unit = Enumerable.Repeat(10m, Math.Max(0, -digits)).Aggregate(1m, (a, b) => a * b);
        return decimal.Round(value / unit, Math.Max(0, digits), MidpointRounding.AwayFromZero) * unit;
    }

    private async Task<List<decimal>> ValuesAsync(IEnumerable<string> operands)
    {
        var claims = (await ask.ClaimsAsync()).ToDictionary(c => c.Id);
        return [.. operands.Select(o => FactCheck.Decimal(o.StartsWith("claim:", StringComparison.Ordinal) ? claims[o].Value : o))];
    }

    private async Task<List<Claim>> ClaimsAsync(IReadOnlyCollection<string> ids)
    {
        var claims = (await ask.ClaimsAsync()).Where(c => ids.Contains(c.Id)).ToList();
        Assert.Equal(ids.Count, claims.Count);
        return claims;
    }
}
