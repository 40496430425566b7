namespace GeoGraph.Agreements.Storage;

/// <summary>
/// Clashes are stated on one side and hold on both: a claim clashes with those it names and with those that name it.
/// </summary>
internal static class ClaimClashes
{
    private const int ClaimsPerRead = 1000;

    /// <summary>The claims with the clashes of both sides, in the order given.</summary>
    public static IAsyncEnumerable<Claim> WithClashes(this IAsyncEnumerable<Claim> claims, RecordGraph graph) =>
        claims.Chunk(ClaimsPerRead).SelectMany(async (chunk, cancellationToken) => (IEnumerable<Claim>)await graph.WithClashesAsync(chunk, cancellationToken));

    /// <summary>The records, with the clashes of both sides on those that are claims. At most as many as one query takes ids.</summary>
    public static async Task<IReadOnlyList<StoredRecord>> WithClashesAsync(
        this RecordGraph graph, IReadOnlyList<StoredRecord> records, CancellationToken cancellationToken)
    {
        var claims = await graph.WithClashesAsync([.. records.Select(stored => stored.Record).OfType<Claim>()], cancellationToken);
        var complete = claims.ToDictionary(claim => claim.Id);
        return [.. records.Select(stored => complete.TryGetValue(stored.Record.Id, out var claim) ? stored with { Record = claim } : stored)];
    }

    // What names a claim refers to it, so that one indexed read finds the other sides of all of them.
    private static async Task<IReadOnlyList<Claim>> WithClashesAsync(this RecordGraph graph, IReadOnlyList<Claim> claims, CancellationToken cancellationToken)
    {
        if (claims.Count == 0)
            return claims;
        var clashes = claims.ToDictionary(claim => claim.Id, claim => claim.ClashesWithIds.ToHashSet());
        await foreach (var other in graph.AllAsync<Claim>(clashes.Keys, null, cancellationToken))
        {
            foreach (var named in other.ClashesWithIds.Where(clashes.ContainsKey))
                clashes[named].Add(other.Id);
        }
        return [.. claims.Select(claim => claim with { ClashesWithIds = [.. clashes[claim.Id].Order()] })];
    }
}
