using System.Collections;
using GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Cli.Import.Csv;

/// <summary>Changes that are read from their files each time they are asked for, so that none is held. Numbers are cheapest in growing order.</summary>
/// <param name="count">How many there are.</param>
/// <param name="read">Reads them from the first on.</param>
internal sealed class CsvChanges(int count, Func<IEnumerable<PlacedChange<ActorChange>>> read) : IReadOnlyList<PlacedChange<ActorChange>>
{
    private IEnumerator<PlacedChange<ActorChange>>? _reading;
    private int _at = -1;

    /// <inheritdoc/>
    public int Count => count;

    /// <inheritdoc/>
    public PlacedChange<ActorChange> this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, count);
            if (_reading is null || index < _at)
            {
                _reading?.Dispose();
                (_reading, _at) = (read().GetEnumerator(), -1);
            }
            for (; _at < index; _at++)
            {
                if (!_reading.MoveNext())
                    throw new ArgumentOutOfRangeException(nameof(index), index, "the files have fewer rows than before");
            }
            return _reading.Current;
        }
    }

    /// <inheritdoc/>
    public IEnumerator<PlacedChange<ActorChange>> GetEnumerator() => read().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
