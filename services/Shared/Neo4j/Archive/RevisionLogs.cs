using GeoGraph.Core;
using GeoGraph.Core.Graph.Archive;

namespace GeoGraph.Neo4j.Archive;

/// <summary>Tells from the versions of an archive, in their order, what each revision after the oldest changed, as writers log it.</summary>
internal sealed class RevisionLogs(Revision oldest)
{
    private const int IdsPerPart = 10_000;

    private readonly SortedDictionary<long, Log> _logs = [];
    private ArchivedVersion? _last;

    /// <summary>Takes in the next item.</summary>
    public void Add(ArchivedRecord record)
    {
        var version = record as ArchivedVersion;
        // A version that another of its kind follows at once is replaced; any other that ended is gone.
        if (_last is { Until: { } until } last && !(version?.GetType() == last.GetType() && version.Id == last.Id && version.Since == until))
            At(until).Gone.Add(last.Id.Value);
        if (version?.Since > oldest)
            At(version.Since).Written(version).Add(version.Id.Value);
        _last = version;
    }

    /// <summary>The logs as they lie in the database, in parts of at most 10,000 ids of a kind.</summary>
    /// <param name="token">Who writes them.</param>
    public IEnumerable<Dictionary<string, object>> Rows(string token)
    {
        foreach (var (number, log) in _logs)
        {
            var lists = new (string Name, IReadOnlyList<string> Ids)[] { ("nodes", log.Nodes), ("relations", log.Relations), ("aliases", log.Aliases), ("gone", [.. log.Gone]) };
            for (var part = 0; part * IdsPerPart < lists.Max(static list => list.Ids.Count); part++)
            {
                var row = new Dictionary<string, object>(StringComparer.Ordinal) { ["number"] = number, ["part"] = (long)part, ["token"] = token };
                foreach (var (name, ids) in lists)
                    row[name] = ids.Skip(part * IdsPerPart).Take(IdsPerPart).ToArray();
                yield return row;
            }
        }
    }

    private Log At(Revision revision)
    {
        if (!_logs.TryGetValue(revision.Number, out var log))
            _logs.Add(revision.Number, log = new Log());
        return log;
    }

    private sealed class Log
    {
        public List<string> Nodes { get; } = [];

        public List<string> Relations { get; } = [];

        public List<string> Aliases { get; } = [];

        public HashSet<string> Gone { get; } = new(StringComparer.Ordinal);

        public List<string> Written(ArchivedVersion version) => version switch
        {
            ArchivedNode => Nodes,
            ArchivedRelation => Relations,
            _ => Aliases,
        };
    }
}
