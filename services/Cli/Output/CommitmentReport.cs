using GeoGraph.Cli.Server;
using GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Cli.Output;

/// <summary>Who is bound to a state, on the screen.</summary>
internal static class CommitmentReport
{
    private const int MostMembers = 8;

    /// <summary>The bound with their alliance and its sources, then the forums that do not bind, with the reason.</summary>
    public static async Task ShowAsync(Session session, ListCommitmentsRequest request, ListCommitmentsResponse response, CancellationToken cancellationToken)
    {
        var ids = response.Commitments.SelectMany(c => new[] { c.BoundId, c.BlocId })
            .Concat(response.NotBinding.SelectMany(f => f.MemberIds.Append(f.BlocId)))
            .Append(request.TowardsId);
        await session.Names.LoadAsync(ids, cancellationToken);
        var (screen, names) = (session.Screen, session.Names);
        screen.Heading($"Bound to {names.Of(request.TowardsId)} on {Show.Day(request.AsOf)}");
        screen.Table(
            ["Bound", "By", "To", "Since", "Sources"],
            response.Commitments.Select(c => new[]
            {
                $"{names.Of(c.BoundId)} ({c.BoundId})",
                names.Of(c.BlocId),
                string.Join(", ", c.Obligations.Select(Show.Word)),
                Show.Day(c.BoundMembership?.Valid?.From),
                Show.Cite(c.BoundMembership?.Evidence),
            }),
            "Nobody is bound.");
        foreach (var forum in response.NotBinding)
            screen.Bullet($"{names.Of(forum.BlocId)} does not bind ({Members(forum, names)}): {forum.Reason}");
    }

    private static string Members(ForumMembership forum, ActorNames names)
    {
        var shown = string.Join(", ", forum.MemberIds.Take(MostMembers).Select(names.Of));
        return forum.MemberIds.Count > MostMembers ? $"{shown} and {forum.MemberIds.Count - MostMembers} more" : shown;
    }
}
