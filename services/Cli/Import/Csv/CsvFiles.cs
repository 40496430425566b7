using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Cli.Import.Csv;

/// <summary>
/// Checks the files of one import together, and gives their changes. Nothing of a file is kept but hashes of its ids and who is named in it: the
/// changes are read again as they are sent, so that memory does not grow with texts.
/// </summary>
internal sealed class CsvFiles
{
    /// <summary>The most problems that are told; further ones are counted.</summary>
    public const int MostProblems = 1000;

    private readonly Dictionary<UInt128, (int File, int Line, int Column)> _given = [];
    private readonly Dictionary<string, (Reference First, int Times)> _named = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<CsvSource> _sources;
    private readonly CsvSheet[] _sheets;
    private readonly bool[] _hasActors;
    private readonly bool[] _hasRelations;
    private readonly List<Problem> _problems = [];
    private int _count;

    private CsvFiles(IReadOnlyList<CsvSource> sources, char? separator)
    {
        _sources = sources;
        _sheets = [.. sources.Select(source => new CsvSheet(source, separator))];
        (_hasActors, _hasRelations) = (new bool[sources.Count], new bool[sources.Count]);
    }

    /// <summary>How many problems there are, those that are not told included.</summary>
    public int TotalProblems { get; private set; }

    /// <summary>Ids that rows name and no row gives, each where it is first named, with how often.</summary>
    public IEnumerable<(Reference First, int Times)> Unresolved => _named.Where(entry => !_given.ContainsKey(HashOf(entry.Key))).Select(entry => entry.Value);

    /// <summary>The changes, actors before relations; problems are those of all files in their order.</summary>
    public ImportSet Set => new(new CsvChanges(_count, Changes), [], _problems, [.. Unresolved.Select(named => named.First)]);

    /// <summary>Reads and checks the files.</summary>
    /// <param name="sources">The files.</param>
    /// <param name="separator">What stands between cells; null to find it for each file.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static CsvFiles Check(IReadOnlyList<CsvSource> sources, char? separator, CancellationToken cancellationToken)
    {
        var files = new CsvFiles(sources, separator);
        for (var file = 0; file < sources.Count; file++)
            files.CheckFile(file, cancellationToken);
        return files;
    }

    private void CheckFile(int file, CancellationToken cancellationToken)
    {
        var problems = new List<Problem>();
        foreach (var given in _sheets[file].Read(problems))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Take(given, file, problems);
            Keep(problems);
        }
        Keep(problems);
    }

    private void Take(CsvGiven given, int file, List<Problem> problems)
    {
        foreach (var reference in given.References)
        {
            ref var named = ref CollectionsMarshal.GetValueRefOrAddDefault(_named, reference.Id, out var present);
            named = present ? (named.First, named.Times + 1) : (reference, 1);
        }
        if (given.Change is not { } change)
            return;
        var (id, place) = (change.Id, change.PlaceOf("id"));
        if (!_given.TryAdd(HashOf(id), (file, place.Line, place.Column)))
        {
            var (otherFile, line, column) = _given[HashOf(id)];
            problems.Add(new Problem(place, "id", id, $"is given twice; first at {new Place(_sources[otherFile].Name, line, column)}. Rows that say different things have ids of their own"));
        }
        (change.Change.Actor is null ? _hasRelations : _hasActors)[file] = true;
        _count++;
    }

    private void Keep(List<Problem> problems)
    {
        TotalProblems += problems.Count;
        _problems.AddRange(problems.Take(MostProblems - _problems.Count));
        problems.Clear();
    }

    private IEnumerable<PlacedChange<ActorChange>> Changes() => Changes(_hasActors, actors: true).Concat(Changes(_hasRelations, actors: false));

    private IEnumerable<PlacedChange<ActorChange>> Changes(bool[] among, bool actors)
    {
        for (var file = 0; file < _sheets.Length; file++)
        {
            if (!among[file])
                continue;
            var problems = new List<Problem>();
            foreach (var given in _sheets[file].Read(problems))
            {
                if (given.Change is { } change && change.Change.Actor is not null == actors)
                    yield return change;
            }
            if (problems.Count > 0)
                throw new IOException($"{_sources[file].Name} changed while it was read: {problems[0]}");
        }
    }

    private static UInt128 HashOf(string id) => BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
}
