using Neo4j.Driver.Internal.Messages;
using Neo4j.Driver.Internal.PackStream;

namespace Neo4j.Driver.Internal.Results;

internal sealed partial class ResultCursor
{
    private const int AtOnce = 1000;

    private static readonly RecordKeys NoKeys = new([]);

    private RecordKeys _keys = NoKeys;
    private IReadOnlyDictionary<string, object?> _metadata = new Dictionary<string, object?>();
    private IResultSummary? _summary;
    private Exception? _error;
    private volatile Exception? _stopped;
    private volatile ResultPhase _phase = ResultPhase.Streaming;
    private long _number = -1;
    private volatile bool _discarding;
    private bool _hadRecords;

    /// <inheritdoc/>
    public bool Reached => _phase != ResultPhase.Streaming || (!_discarding && _records.Count > 0);

    /// <inheritdoc/>
    public bool WantsMore => _phase == ResultPhase.Streaming && (_discarding || _records.Count < AtOnce);

    public void OnStarted(Dictionary<string, object?> metadata)
    {
        _keys = new RecordKeys([.. metadata.Items<string>("fields")]);
        _number = metadata.Number("qid") ?? -1;
    }

    public void OnRecord(ref PackStreamReader reader)
    {
        _hadRecords = true;
        if (_discarding) return;
        var count = reader.ReadListSize();
        if (count != _keys.Names.Length)
        {
            throw new ProtocolException($"The server sent a record of {count} values for {_keys.Names.Length} keys.");
        }
        var values = new object?[count];
        for (var place = 0; place < count; place++) values[place] = reader.ReadValue();
        _records.Enqueue(new Record(_keys, values));
    }

    public void OnBatchEnded(Dictionary<string, object?> metadata)
    {
        if (metadata.Flag("has_more") == true)
        {
            _phase = ResultPhase.Paused;
            return;
        }
        _metadata = metadata;
        _phase = ResultPhase.Ended;
    }

    public void OnFailed(Exception error)
    {
        if (_phase == ResultPhase.Ended) return;
        _error = _stopped ?? error;
        _phase = ResultPhase.Ended;
        _lease.Report(error);
        _owner.OnResultFailed(_error);
    }

    private IResultSummary Summary() =>
        _summary ??= SummaryReading.From(_query, _lease.Connection, _started.Metadata, _metadata, _hadRecords);
}
