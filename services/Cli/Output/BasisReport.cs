using GeoGraph.Cli.Server;
using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Cli.Output;

/// <summary>What an exposure answer rests on, and how chains are written.</summary>
internal static class BasisReport
{
    private const int MostRelations = 200;

    /// <summary>The definition, what it does not say, what is unknown or left out, and the sources of its relations.</summary>
    public static async Task ShowAsync(Session session, Basis basis, CancellationToken cancellationToken)
    {
        var screen = session.Screen;
        screen.Note($"{basis.Measure}: {basis.Formula}");
        if (basis.Note.Length > 0)
            screen.Note(basis.Note);
        foreach (var unknown in basis.Unknown)
            screen.Bullet($"Unknown: {unknown}");
        if (basis.Completeness is { Complete: false } completeness)
            screen.Bullet($"Not whole: stopped by {string.Join(", ", completeness.PrunedBy.Select(Show.Word))}");
        if (basis.Completeness?.Cursor is { Length: > 0 } cursor)
            screen.Plain($"There is more: go on with --cursor {cursor}");
        if (basis.Neighbourhood.Length > 0)
            screen.Bullet($"Read no more of the graph than {basis.Neighbourhood}");
        screen.Note($"As of {Show.Day(basis.AsOf)}, {basis.RelationIds.Count} relations, {Show.Share(basis.InferredShare)} of them inferred in part, state {basis.RevisionToken}");
        await ShowSourcesAsync(session, basis, cancellationToken);
    }

    /// <summary>A chain by the names of its actors, the dependent first.</summary>
    public static string ChainText(Chain chain, ActorNames names) =>
        string.Join(" ← ", chain.ActorIds.Select(names.Of))
        + (chain.Share.Length > 0 ? $" {(chain.ShareIsBound ? "at most " : "")}{Show.Share(chain.Share)}" : "")
        + (chain.Inferred ? " (inferred)" : "");

    private static async Task ShowSourcesAsync(Session session, Basis basis, CancellationToken cancellationToken)
    {
        if (basis.RelationIds.Count == 0)
            return;
        var request = new ListRelationsRequest { Ids = { basis.RelationIds.Take(MostRelations) }, PageSize = MostRelations, Read = session.Read };
        var response = await session.Actors.ListRelationsAsync(request, cancellationToken: cancellationToken);
        var sources = response.Relations.SelectMany(r => r.Evidence?.Sources ?? []).Select(Show.Cite).Distinct().Order(StringComparer.Ordinal);
        session.Screen.Note($"Sources: {string.Join("; ", sources)}");
    }
}
