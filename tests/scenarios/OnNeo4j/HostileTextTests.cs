using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Agreements.V1;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace GeoGraph.Scenarios.OnNeo4j;

/// <summary>
/// Cypher, quotes, backticks, NUL and characters beyond the basic plane in every field of every request that takes a text: each is data, or refused, and just as on the
/// embedded store. What such texts would make, were one run as a query, is never there, and nothing is gone.
/// </summary>
[RequiresNeo4j, Collection(Neo4jServer.Collection)]
public sealed class HostileTextTests(World embedded, WorldToWriteOnNeo4j neo4j) : IClassFixture<World>, IClassFixture<WorldToWriteOnNeo4j>
{
    private const string Marker = "GeoGraphMarker";

    private static readonly string[] s_texts =
    [
        $"x'}}) CREATE (:{Marker}) WITH 1 AS y MATCH (n) DETACH DELETE n //",
        $"firm:`]->() CREATE (:{Marker}) //\"}}) $id \\u0027 *:* OR folded:[* TO *] ~ \\",
        "chip\0`'\"\\{}😀\u202E台積電",
    ];

    // Questions that are answered, so that what replaces their texts comes as far as the database.
    private static readonly (string Method, string Request)[] s_questions =
    [
        ("GetActor", """{"id": "firm:tsmc"}"""),
        ("ListActors", """{"kinds": ["ACTOR_KIND_FIRM"], "pageSize": 2}"""),
        ("SearchActors", """{"text": "tsmc"}"""),
        ("ListRelations", """{"fromIds": ["firm:tsmc"], "pageSize": 5}"""),
        ("ListRelations", """{"toIds": ["state:US"], "touchingIds": ["state:JP"], "pageSize": 5}"""),
        ("ListRelations", """{"refersToIds": ["chokepoint:taiwan-strait"], "pageSize": 5}"""),
        ("ListRelations", """{"ids": ["supplies:x"]}"""),
        ("ListCommitments", """{"towardsId": "state:JP", "asOf": {"year": 2026, "month": 1, "day": 1}}"""),
        ("GetNeighbourhood", """{"rootIds": ["firm:tsmc"], "maxDepth": 2}"""),
        ("ListUpstream", """{"ofId": "firm:nvidia", "maxTiers": 3}"""),
        ("ListSharedSuppliers", """{"ofIds": ["firm:nvidia", "firm:huawei"], "maxTiers": 3}"""),
        ("GetSupplyGraph", """{"ofIds": ["firm:nvidia"], "namedIds": ["firm:tsmc"], "maxDepth": 3}"""),
        ("GetRecord", """{"id": "agreement:us-jp-2025"}"""),
        ("ListRecords", """{"refersToIds": ["state:JP"], "pageSize": 3}"""),
        ("SearchRecords", """{"text": "alliance"}"""),
        ("ListBindings", """{"partyIds": ["state:US", "state:JP"], "asOf": {"year": 2026, "month": 1, "day": 1}, "pageSize": 3}"""),
        ("ListNegotiations", """{"partyIds": ["state:US"], "negotiatorId": "person:x", "pageSize": 3}"""),
        ("ListTimeline", """{"aboutIds": ["state:US"], "pageSize": 3}"""),
        ("ListClaims", """{"subjectIds": ["firm:tsmc"], "objectIds": ["state:US"], "predicate": "x", "speakerId": "person:x", "pageSize": 3}"""),
        ("ListMeasures", """{"imposedById": "state:US", "originId": "state:JP", "hs": "8457.10.00", "authority": "x", "pageSize": 3}"""),
    ];

    private static readonly Dictionary<string, MethodDescriptor> s_methods =
        new[] { ActorServiceReflection.Descriptor, AgreementServiceReflection.Descriptor }.SelectMany(file => file.Services).SelectMany(service => service.Methods).ToDictionary(method => method.Name);

    /// <summary>Every method of the services that own data.</summary>
    public static TheoryData<string> Methods => [.. s_methods.Keys];

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task A_text_is_never_a_query(string name)
    {
        var method = s_methods[name];
        using RawCalls here = new(embedded.Address), there = new(neo4j.Address);
        var before = await neo4j.Server.CountAsync("MATCH (n) RETURN count(n)");
        var answered = 0;
        foreach (var (path, request) in Requests(method))
        {
            var (expected, answer) = (await here.AnswerAsync(method, request), await there.AnswerAsync(method, request));
            Assert.True(expected == answer, $"{name} with {path}:\n{request}\nembedded: {expected}\non Neo4j: {answer}");
            Assert.DoesNotContain(answer.Status, (StatusCode[])[StatusCode.Internal, StatusCode.Unknown, StatusCode.Unavailable, StatusCode.DeadlineExceeded, StatusCode.Unimplemented]);
            answered++;
        }
        Assert.NotEqual(0, answered);
        Assert.Equal(0, await neo4j.Server.CountAsync($"MATCH (n:{Marker}) RETURN count(n)"));
        Assert.True(await neo4j.Server.CountAsync("MATCH (n) RETURN count(n)") >= before, "things are gone");
    }

    [Theory]
    [InlineData("ExportActors")]
    [InlineData("ExportRecords")]
    public async Task What_was_written_comes_back_as_on_the_embedded_store(string name)
    {
        using RawCalls here = new(embedded.Address), there = new(neo4j.Address);
        var request = s_methods[name].InputType.Parser.ParseFrom([]);
        Assert.Equal(await here.AnswerAsync(s_methods[name], request), await there.AnswerAsync(s_methods[name], request));
    }

    private IEnumerable<(string Path, IMessage Request)> Requests(MethodDescriptor method) => s_texts.SelectMany(text =>
        Samples(method).SelectMany(sample => TextFields.Replaced(sample, text)).Concat(IsWrite(method) ? [] : TextFields.Alone(method.InputType, text)));

    private static bool IsWrite(MethodDescriptor method) => method.InputType.FindFieldByName("changes") is not null;

    private IEnumerable<IMessage> Samples(MethodDescriptor method) => method.Name switch
    {
        "UpsertActors" => OneOfAKind(embedded.Sent.Actors.Select(change => change.Change)).Select(change => new UpsertActorsRequest { Changes = { change }, RequestId = "request" }),
        "ImportActors" => OneOfAKind(embedded.Sent.Actors.Select(change => change.Change)).Take(2).Select(change => new ImportActorsRequest { Changes = { change }, RequestId = "import" }),
        "UpsertRecords" => OneOfAKind(embedded.Sent.Records.Select(change => change.Change)).Select(change => new UpsertRecordsRequest { Changes = { change }, RequestId = "request" }),
        "ImportRecords" => OneOfAKind(embedded.Sent.Records.Select(change => change.Change)).Take(2).Select(change => new ImportRecordsRequest { Changes = { change }, RequestId = "import" }),
        _ => s_questions.Where(question => question.Method == method.Name).Select(question => new JsonParser(JsonParser.Settings.Default).Parse(question.Request, method.InputType)),
    };

    // The richest change of each kind of thing: that with the most texts.
    private static IEnumerable<T> OneOfAKind<T>(IEnumerable<T> changes)
        where T : IMessage => changes.GroupBy(KindOf).Select(kind => kind.MaxBy(change => TextFields.Replaced(change, "").Count())!);

    // The kind of an id is what stands before its colon.
    private static string KindOf<T>(T change)
        where T : IMessage
    {
        var json = JsonFormatter.Default.Format(change);
        var id = json.IndexOf("\"id\": \"", StringComparison.Ordinal);
        return id < 0 ? json[..10] : json[(id + 7)..json.IndexOf(':', id + 7)];
    }
}
