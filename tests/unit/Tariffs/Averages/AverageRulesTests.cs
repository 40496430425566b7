using GeoGraph.Core;
using GeoGraph.Tariffs;

namespace GeoGraph.UnitTests.Tariffs;

public sealed class AverageRulesTests
{
    [Fact]
    public void All_violations_are_told_at_once()
    {
        var question = AverageWorld.Question("2025-09-01", "2025-09-01") with
        {
            Importer = EntityId.Parse("firm:tsmc"),
            Origins = [EntityId.Parse("state:TW"), EntityId.Parse("product:chip")],
            Facts = new Dictionary<string, string> { ["loaded_on"] = "soon", ["us_content_share"] = "2", ["origin"] = "TW" },
        };
        var violations = new Violations();
        AverageRules.Check(question, World.Compile([]), violations);
        Assert.Equal(["importer_id", "origin_ids[1]", "dates", "facts.loaded_on", "facts.origin", "facts.us_content_share"], violations.Found.Select(violation => violation.Field));
    }

    [Fact]
    public void A_fact_that_one_of_the_dates_contradicts_is_refused()
    {
        var violations = new Violations();
        AverageRules.Check(AverageWorld.Question("2025-09-01", "2025-08-01") with { Facts = new Dictionary<string, string> { ["loaded_on"] = "2025-08-15" } }, World.Compile([]), violations);
        Assert.Equal(["facts.loaded_on"], violations.Found.Select(violation => violation.Field));
    }

    [Fact]
    public void A_question_has_a_date()
    {
        var violations = new Violations();
        AverageRules.Check(AverageWorld.Question() with { Dates = [] }, World.Compile([]), violations);
        Assert.Equal(["dates"], violations.Found.Select(violation => violation.Field));
    }
}
