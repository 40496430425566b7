using Neo4j.Driver.Internal.Messages;

namespace Neo4j.Driver.Internal.Results;

internal sealed class ProfiledPlan(IReadOnlyDictionary<string, object?> said, IList<IProfiledPlan> children)
    : Plan(said, [.. children]), IProfiledPlan
{
    private readonly IReadOnlyDictionary<string, object?> _said = said;

    public long DbHits => Number("dbHits");

    public long Records => Number("rows");

    public long PageCacheHits => Number("pageCacheHits");

    public long PageCacheMisses => Number("pageCacheMisses");

    public double PageCacheHitRatio => _said.Fraction("pageCacheHitRatio") ?? 0;

    public long Time => Number("time");

    public bool HasPageCacheStats => _said.ContainsKey("pageCacheHits") || _said.ContainsKey("pageCacheMisses");

    IList<IProfiledPlan> IProfiledPlan.Children => children;

    public static new IProfiledPlan From(Dictionary<string, object?> said) =>
        new ProfiledPlan(said, [.. said.Items<Dictionary<string, object?>>("children").Select(From)]);

    private long Number(string name) => _said.Number(name) ?? 0;
}
