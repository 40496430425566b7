using GeoGraph.Core;

namespace GeoGraph.Agreements.Storage;

/// <summary>
/// Clashes are stated on one side and hold on both: a claim clashes with those it names and with those that name it.
/// </summary>
internal sealed class ClaimClashes
{
    private readonly Dictionary<EntityId, SortedSet<EntityId>> _clashes = [];

    /// <summary>Every clash among the claims of a graph.</summary>
    public static async Task<ClaimClashes> ReadAsync(RecordGraph graph, CancellationToken cancellationToken)
    {
        var clashes = new ClaimClashes();
        await foreach (var claim in graph.AllAsync<Claim>([], null, cancellationToken))
        {
            foreach (var other in claim.ClashesWithIds)
            {
                clashes.Add(claim.Id, other);
                clashes.Add(other, claim.Id);
            }
        }
        return clashes;
    }

    /// <summary>The claim with the clashes of both sides.</summary>
    public Claim Complete(Claim claim) =>
        _clashes.TryGetValue(claim.Id, out var others) ? claim with { ClashesWithIds = [.. others] } : claim;

    private void Add(EntityId claim, EntityId other)
    {
        if (!_clashes.TryGetValue(claim, out var others))
            _clashes[claim] = others = [];
        others.Add(other);
    }
}
