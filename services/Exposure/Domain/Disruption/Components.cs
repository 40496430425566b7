namespace GeoGraph.Exposure.Disruption;

/// <summary>The places that a place leads to.</summary>
internal delegate ReadOnlySpan<int> NextPlaces(int place);

/// <summary>
/// Strongly connected components in topological order, after Tarjan (1972), with a stack of its own in place of recursion, so that chains of any length fit.
/// </summary>
internal static class Components
{
    private readonly record struct Visit(int Place, int NextChild);

    /// <summary>The rank of each place, 0 for what nothing else leads to, and how many places each rank has. Places of one component share a rank.</summary>
    public static (int[] Rank, int[] Size) Rank(int count, NextPlaces next, CancellationToken cancellationToken)
    {
        var walk = new Walk(count, next);
        for (var place = 0; place < count; place++)
        {
            if (place % 1024 == 0)
                cancellationToken.ThrowIfCancellationRequested();
            walk.From(place);
        }
        // Components close in the opposite order: those that lead nowhere first.
        var size = new int[walk.Closed];
        for (var place = 0; place < count; place++)
            size[walk.Component[place] = walk.Closed - 1 - walk.Component[place]]++;
        return (walk.Component, size);
    }

    private sealed class Walk(int count, NextPlaces next)
    {
        private readonly int[] _seen = new int[count];
        private readonly int[] _low = new int[count];
        private readonly Stack<Visit> _visits = new();
        private readonly Stack<int> _open = new();
        private int _clock;

        public int[] Component { get; } = NoneYet(count);

        public int Closed { get; private set; }

        public void From(int start)
        {
            if (_seen[start] > 0)
                return;
            Enter(start);
            while (_visits.TryPop(out var visit))
            {
                var children = next(visit.Place);
                if (visit.NextChild < children.Length)
                    Advance(visit, children[visit.NextChild]);
                else
                    Leave(visit.Place);
            }
        }

        private static int[] NoneYet(int count)
        {
            var none = new int[count];
            Array.Fill(none, -1);
            return none;
        }

        private void Enter(int place)
        {
            _seen[place] = _low[place] = ++_clock;
            _open.Push(place);
            _visits.Push(new Visit(place, 0));
        }

        private void Advance(Visit visit, int child)
        {
            _visits.Push(visit with { NextChild = visit.NextChild + 1 });
            if (_seen[child] == 0)
                Enter(child);
            else if (Component[child] < 0)
                _low[visit.Place] = Math.Min(_low[visit.Place], _seen[child]);
        }

        private void Leave(int place)
        {
            if (_low[place] == _seen[place])
                Close(place);
            if (_visits.TryPeek(out var parent))
                _low[parent.Place] = Math.Min(_low[parent.Place], _low[place]);
        }

        private void Close(int root)
        {
            int place;
            do
            {
                place = _open.Pop();
                Component[place] = Closed;
            }
            while (place != root);
            Closed++;
        }
    }
}
