using GeoGraph.Exposure.Disruption;

namespace GeoGraph.Exposure.Survival;

/// <summary>What is left of each stock, and when it runs out. Not thread-safe.</summary>
internal sealed class StockLevels
{
    // A stock that lasts longer, in days, does not run out: what is drawn on it is rounding.
    private const decimal Forever = 1_000_000_000m;

    private sealed class Stock(InputGroup group, int buyer, decimal days)
    {
        public InputGroup Group => group;

        public int Buyer => buyer;

        public decimal Left { get; set; } = days;

        public decimal PerDay { get; set; }

        public decimal Since { get; set; }

        public decimal? RunsOut => PerDay > Left / Forever ? Since + (Left / PerDay) : null;

        public bool IsEmpty { get; set; }
    }

    private readonly LossField _field;
    private readonly Dictionary<int, List<Stock>> _ofBuyer = [];
    private readonly PriorityQueue<(Stock Stock, decimal Day), (decimal Day, int Group)> _next = new();

    /// <summary>Reads the stocks of all nodes of the order; a group with a stock is met from the start.</summary>
    public StockLevels(InputNet net, SpreadOrder order, LossField field)
    {
        _field = field;
        for (var place = 0; place < order.Count; place++)
        {
            var node = order.Node(place);
            foreach (var group in net.Of(node).Groups)
            {
                if (net.View.Graph.StockDaysOf(group.Group) is not { } days || days <= 0m)
                    continue;
                if (!_ofBuyer.TryGetValue(node, out var stocks))
                    _ofBuyer[node] = stocks = [];
                stocks.Add(new Stock(group, node, days));
                field.Meet(group.Group, met: true);
            }
        }
    }

    /// <summary>True where there is stock of the group.</summary>
    public bool Has(int buyer, int group) =>
        _ofBuyer.TryGetValue(buyer, out var stocks) && stocks.Exists(stock => stock.Group.Group == group && !stock.IsEmpty);

    /// <summary>True where a stock of the node has gone down.</summary>
    public bool Drawn(int buyer) => _ofBuyer.TryGetValue(buyer, out var stocks) && stocks.Exists(stock => stock.IsEmpty || stock.PerDay > 0m || stock.Since > 0m);

    /// <summary>The day on which the next stock runs out; null where none does.</summary>
    public decimal? NextEmpty()
    {
        while (_next.TryPeek(out var entry, out _))
        {
            if (!entry.Stock.IsEmpty && entry.Stock.RunsOut == entry.Day)
                return entry.Day;
            _next.Dequeue();
        }
        return null;
    }

    /// <summary>Empties the stocks that run out by a day, and says whose they were.</summary>
    public List<int> Empty(decimal until)
    {
        var buyers = new List<int>();
        while (NextEmpty() is { } day && day <= until)
        {
            var stock = _next.Dequeue().Stock;
            stock.IsEmpty = true;
            _field.Meet(stock.Group.Group, met: false);
            buyers.Add(stock.Buyer);
        }
        return buyers;
    }

    /// <summary>Works out anew how fast the stocks of a node go down from a day on.</summary>
    public void Rate(int buyer, decimal day)
    {
        if (!_ofBuyer.TryGetValue(buyer, out var stocks))
            return;
        foreach (var stock in stocks.Where(stock => !stock.IsEmpty))
        {
            var perDay = Math.Max(0m, _field.OfGroup(stock.Group) - _field.Of(buyer));
            if (perDay == stock.PerDay)
                continue;
            stock.Left = Math.Max(0m, stock.Left - (stock.PerDay * (day - stock.Since)));
            (stock.PerDay, stock.Since) = (perDay, day);
            if (stock.RunsOut is { } runsOut)
                _next.Enqueue((stock, runsOut), (runsOut, stock.Group.Group));
        }
    }
}
