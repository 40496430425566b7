namespace GeoGraph.Neo4jDriver.Tests.Results;

[RequiresNeo4j, Collection(Neo4jServer.Collection)]
public sealed class SummaryTests : OnServer
{
    [Fact]
    public async Task A_summary_counts_what_was_written()
    {
        var counters = (await RunAsync("CREATE (a:A:B {x: 1, y: 2})-[:R {z: 3}]->(b:B) SET b.w = 1")).Counters;
        Assert.Equal((2, 1, 4, 3), (counters.NodesCreated, counters.RelationshipsCreated, counters.PropertiesSet, counters.LabelsAdded));
        Assert.True(counters.ContainsUpdates);
        counters = (await RunAsync("MATCH (a:A) REMOVE a:B DETACH DELETE a")).Counters;
        Assert.Equal((1, 1, 1), (counters.NodesDeleted, counters.RelationshipsDeleted, counters.LabelsRemoved));
        var schema = await RunAsync("CREATE CONSTRAINT c IF NOT EXISTS FOR (n:A) REQUIRE n.id IS UNIQUE");
        Assert.Equal((1, QueryType.SchemaWrite), (schema.Counters.ConstraintsAdded, schema.QueryType));
        Assert.Equal(1, (await RunAsync("CREATE INDEX i IF NOT EXISTS FOR (n:B) ON (n.x)")).Counters.IndexesAdded);
        Assert.Equal(1, (await RunAsync("DROP INDEX i")).Counters.IndexesRemoved);
        Assert.Equal(1, (await RunAsync("DROP CONSTRAINT c")).Counters.ConstraintsRemoved);
    }

    [Fact]
    public async Task A_summary_says_what_ran_where_and_of_which_kind()
    {
        var summary = await RunAsync("MATCH (n) RETURN count(n)");
        Assert.Equal(QueryType.ReadOnly, summary.QueryType);
        Assert.Equal("MATCH (n) RETURN count(n)", summary.Query.Text);
        Assert.Equal("neo4j", summary.Database.Name);
        Assert.Equal($"127.0.0.1:{Server.Bolt.Port}", summary.Server.Address);
        Assert.StartsWith("Neo4j/5", summary.Server.Agent, StringComparison.Ordinal);
        Assert.Equal("5.8", summary.Server.ProtocolVersion);
        Assert.True(summary.ResultAvailableAfter >= TimeSpan.Zero && summary.ResultConsumedAfter >= TimeSpan.Zero);
        Assert.False(summary.Counters.ContainsUpdates || summary.HasPlan || summary.HasProfile);
        Assert.Equal(QueryType.WriteOnly, (await RunAsync("CREATE ()")).QueryType);
        Assert.Equal(QueryType.ReadWrite, (await RunAsync("CREATE (n) RETURN n")).QueryType);
    }

    [Fact]
    public async Task What_the_server_notes_has_code_severity_category_and_place()
    {
        var note = Assert.Single((await RunAsync("MATCH (n:NoSuchLabel) RETURN n")).Notifications);
        Assert.Equal("Neo.ClientNotification.Statement.UnknownLabelWarning", note.Code);
        Assert.Equal((NotificationSeverity.Warning, NotificationCategory.Unrecognized), (note.SeverityLevel, note.Category));
        Assert.Equal((1, 10, 9), (note.Position.Line, note.Position.Column, note.Position.Offset));
        Assert.Contains("NoSuchLabel", note.Description, StringComparison.Ordinal);
        Assert.NotEmpty(note.Title);
    }

    [Fact]
    public async Task Statuses_begin_with_what_outranks_the_rest()
    {
        Assert.Equal(["02000", "01N50"], (await RunAsync("MATCH (n:NoSuchLabel) RETURN n")).GqlStatusObjects.Select(s => s.GqlStatus));
        Assert.Equal("00000", Assert.Single((await RunAsync("RETURN 1")).GqlStatusObjects).GqlStatus);
        Assert.Equal("00001", Assert.Single((await RunAsync("CREATE ()")).GqlStatusObjects).GqlStatus);
    }

    [Fact]
    public async Task Notifications_can_be_chosen_by_severity_and_category_and_left_out()
    {
        const string Query = "MATCH (n:NoSuchLabel), (m:NoSuchLabel) RETURN n, m";
        Assert.NotEmpty((await RunAsync(Query)).Notifications);
        Assert.Empty((await RunAsync(Query, o => o.WithNotificationsDisabled())).Notifications);
        var warnings = (await RunAsync(Query, o => o.WithNotifications(Severity.Warning, [Category.Deprecation]))).Notifications;
        Assert.NotEmpty(warnings);
        Assert.All(warnings, note => Assert.Equal(NotificationSeverity.Warning, note.SeverityLevel));
        Assert.DoesNotContain(
            (await RunAsync(Query, o => o.WithNotifications(null, [Category.Unrecognized]))).Notifications, note => note.Category == NotificationCategory.Unrecognized);
        await using var silent = NewDriver(c => c.WithNotificationsDisabled());
        await using var session = silent.AsyncSession();
        Assert.Empty((await (await session.RunAsync(Query)).ConsumeAsync()).Notifications);
    }

    [Fact]
    public async Task A_query_explained_has_a_plan_and_one_profiled_has_its_cost()
    {
        var explained = await RunAsync("EXPLAIN MATCH (n:A {x: 1}) RETURN n");
        Assert.True(explained.HasPlan && !explained.HasProfile);
        Assert.StartsWith("ProduceResults", explained.Plan.OperatorType, StringComparison.Ordinal);
        Assert.NotEmpty(explained.Plan.Children);
        Assert.Contains("n", explained.Plan.Identifiers);
        await RunAsync("UNWIND range(1, 10) AS i CREATE (:A {x: i})");
        var profiled = await RunAsync("PROFILE MATCH (n:A) WHERE n.x > 5 RETURN n");
        Assert.True(profiled.HasPlan && profiled.HasProfile);
        Assert.Equal(5, profiled.Profile.Records);
        Assert.True(Sum(profiled.Profile) > 10);
    }

    private static long Sum(IProfiledPlan plan) => plan.DbHits + plan.Children.Sum(Sum);

    private async Task<IResultSummary> RunAsync(string query, Action<SessionConfigBuilder>? configure = null)
    {
        await using var session = Driver.AsyncSession(configure ?? (_ => { }));
        return await (await session.RunAsync(query)).ConsumeAsync();
    }
}
