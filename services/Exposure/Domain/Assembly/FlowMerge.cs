using GeoGraph.Exposure.Columns;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Assembly;

/// <summary>
/// Fills the columns of flows from those before and from staged relations. A column that the staged ones do not change is shared.
/// </summary>
internal sealed class FlowMerge(CompiledGraph before, TakenRelations taken, FlowOrder order, ProductMerge products, TextTable texts, int[]? textOfRow)
{
    private const int FlowsAtOnce = 65_536;
    private readonly FlowColumns _old = before.Flows.Columns;
    private readonly StagedRelations _staged = taken.Stage.Relations;
    private readonly int[] _source = order.Source;

    /// <summary>The columns.</summary>
    /// <param name="periods">All terms.</param>
    /// <param name="groupStarts">Marks the first flow of each group.</param>
    public FlowColumns ToColumns(PeriodTable periods, RankBits groupStarts)
    {
        var supplier = Suppliers();
        return new FlowColumns
        {
            Supplier = supplier,
            BySupplier = BySupplier(supplier),
            Texts = texts,
            Periods = periods,
            GroupStarts = groupStarts,
            Text = Packed(_old.Text, texts.Count - 1, flow => _old.Text[flow], TextOf, false),
            ById = ById(),
            Product = Packed(_old.Product, products.All.Length - 1, flow => products.New(_old.Product[flow]), row => products.OfName(taken.Product(row)), products.AreMoved),
            Period = Packed(_old.Period, periods.Count - 1, flow => _old.Period[flow], taken.Period, false),
            Value = Sparse(_old.Value, row => _staged.Block(row).Value(StagedRelations.Within(row))),
            Share = Sparse(_old.Share, row => _staged.Block(row).Share(StagedRelations.Within(row))),
            Capacity = Sparse(_old.Capacity, row => _staged.Block(row).Capacity(StagedRelations.Within(row))),
        };
    }

    /// <summary>A column of small numbers by flow, filled from one before and from staged relations.</summary>
    public PackedColumn Packed(PackedColumn old, int max, Func<int, int> ofOld, Func<int, int> ofRow, bool isMoved) =>
        !isMoved && IsShared(flow => old[flow], ofRow) ? old
            : new PackedColumn(_source.Length, max, flow => _source[flow] >= 0 ? ofOld(_source[flow]) : ofRow(~_source[flow]));

    private int TextOf(int row) => textOfRow is null ? row : textOfRow[row];

    private SparseColumn<T> Sparse<T>(SparseColumn<T> old, Func<int, T> ofRow)
        where T : unmanaged, System.Numerics.IBinaryInteger<T>, System.Numerics.ISignedNumber<T>
    {
        if (IsShared(flow => old[flow], ofRow))
            return old;
        var rows = new T[_source.Length];
        InRanges.Each(rows.Length, FlowsAtOnce, (first, end) =>
        {
            for (var flow = first; flow < end; flow++)
                rows[flow] = _source[flow] >= 0 ? old[_source[flow]] : ofRow(~_source[flow]);
        });
        return new SparseColumn<T>(rows);
    }

    private int[] Suppliers()
    {
        if (IsShared(before.Flows.Supplier, taken.From))
            return _old.Supplier;
        var rows = new int[_source.Length];
        InRanges.Each(rows.Length, FlowsAtOnce, (first, end) =>
        {
            for (var flow = first; flow < end; flow++)
                rows[flow] = _source[flow] >= 0 ? taken.Nodes.New(_old.Supplier[_source[flow]]) : taken.From(~_source[flow]);
        });
        return rows;
    }

    private Csr BySupplier(int[] supplier) =>
        ReferenceEquals(supplier, _old.Supplier) && before.Flows.Count > 0 ? _old.BySupplier : new Csr(taken.Nodes.Table.Count, supplier.Length, flow => supplier[flow]);

    // True where every flow stands where it stood and states what it stated.
    private bool IsShared<T>(Func<int, T> ofOld, Func<int, T> ofRow)
    {
        if (!order.IsInPlace)
            return false;
        var compare = EqualityComparer<T>.Default;
        for (var flow = 0; flow < _staged.Count; flow++)
        {
            if (taken.IsTakenFlow(flow) && !compare.Equals(ofOld(before.Flows.Find(_staged.Ids[flow])), ofRow(flow)))
                return false;
        }
        return true;
    }

    private PackedColumn ById()
    {
        if (order.IsInPlace)
            return _old.ById;
        var (byId, next, old) = (new int[_source.Length], 0, 0);
        var newOfOld = order.NewOfOld();
        var newOfRow = NewOfRow();
        for (var place = 0; place < _staged.Count; place++)
        {
            var row = taken.RowAt(place);
            if (!taken.IsTakenFlow(row))
                continue;
            Keep(before.Flows.Count == 0 ? 0 : before.Flows.PlaceById(_staged.Ids[row]) is var at && at >= 0 ? at : ~at);
            byId[next++] = newOfRow[row];
        }
        Keep(before.Flows.Count);
        return new PackedColumn(byId.Length, byId.Length - 1, flow => byId[flow]);

        void Keep(int end)
        {
            for (; old < end; old++)
            {
                if (newOfOld[_old.ById[old]] is >= 0 and var flow)
                    byId[next++] = flow;
            }
        }
    }

    private int[] NewOfRow()
    {
        var numbers = new int[_staged.Count];
        for (var flow = 0; flow < _source.Length; flow++)
        {
            if (_source[flow] < 0)
                numbers[~_source[flow]] = flow;
        }
        return numbers;
    }
}
