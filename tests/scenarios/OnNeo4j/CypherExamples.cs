using System.Globalization;
using System.Text.RegularExpressions;
using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Common.V1;

namespace GeoGraph.Scenarios.OnNeo4j;

/// <summary>One question of the README of the graph in Neo4j.</summary>
/// <param name="Number">Its number there.</param>
/// <param name="Question">Its heading.</param>
/// <param name="Cypher">The statement, as it stands there.</param>
public sealed partial record CypherExample(int Number, string Question, string Cypher)
{
    /// <summary>How many there are.</summary>
    public const int Count = 20;

    /// <summary>All examples of the README, in order.</summary>
    public static IReadOnlyList<CypherExample> All { get; } = Read();

    private static List<CypherExample> Read()
    {
        var text = File.ReadAllText(Path.Combine(Checkout.Root, "services/Shared/Neo4j/README.md")).ReplaceLineEndings("\n");
        return [.. Example().Matches(text).Select(match => new CypherExample(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), match.Groups[2].Value, match.Groups[3].Value))];
    }

    [GeneratedRegex(@"^### (\d+)\. ([^\n]+)\n```cypher\n(.*?)```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();
}

/// <summary>
/// The starter data in a Neo4j of its own (revision 1), with the history that the README's examples speak of: a second record of TSMC, as an office that somebody entered (revision 2), and its merge
/// into the first, while one supply is restated and one deleted (revision 3).
/// </summary>
public sealed class CypherExamples : Neo4jWorld
{
    /// <summary>The supply that is restated.</summary>
    public const string Restated = "supplies:umt-spacex";

    /// <summary>The supply that is deleted.</summary>
    public const string Deleted = "supplies:wnc-spacex";

    private const string Office = "firm:tsmc-office";
    private const string Firm = "firm:tsmc";

    /// <inheritdoc/>
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        if (Neo4jInstallation.ReasonToSkip is not null)
            return;
        var office = new Actor { Id = Office, Names = { new LocalName { Language = "zh-Hant", Text = "台積電辦公室" } } };
        await WriteAsync(new ActorChange { Actor = office });
        var found = await Session.Actors.ListRelationsAsync(new ListRelationsRequest { Ids = { Restated }, Read = Session.Read });
        var restated = Assert.Single(found.Relations);
        restated.Evidence.Confidence = Confidence.Doubtful;
        await WriteAsync(new ActorChange { Merge = new ActorMerge { DuplicateId = Office, SurvivorId = Firm } }, new ActorChange { Relation = restated }, new ActorChange { DeleteId = Deleted });
    }

    private async Task WriteAsync(params ActorChange[] changes) =>
        Session.HasSeen((await Session.Actors.UpsertActorsAsync(new UpsertActorsRequest { Changes = { changes } })).Receipt.RevisionToken);
}
