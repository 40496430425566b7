using GeoGraph.Core;

namespace GeoGraph.Exposure.Compiled;

/// <summary>When and on what evidence a relation holds.</summary>
/// <param name="From">First day number on which it holds, inclusive; <see cref="int.MinValue"/> for no beginning.</param>
/// <param name="To">Last day number, exclusive; <see cref="int.MaxValue"/> for no end.</param>
/// <param name="OwnFrom">As <paramref name="From"/>, as its row states it and not cut to the dates of its ends.</param>
/// <param name="OwnTo">As <paramref name="To"/>, as its row states it.</param>
/// <param name="Flags">Its evidence.</param>
internal readonly record struct Term(int From, int To, int OwnFrom, int OwnTo, RelationFlags Flags)
{
    /// <summary>Always, and without flags.</summary>
    public static readonly Term Always = Of(ValidPeriod.Always, default);

    /// <summary>True where no date is left.</summary>
    public bool IsNever => From >= To;

    /// <summary>The dates that the row states.</summary>
    public ValidPeriod Own => new(
        OwnFrom == int.MinValue ? null : DateOnly.FromDayNumber(OwnFrom), OwnTo == int.MaxValue ? null : DateOnly.FromDayNumber(OwnTo));

    /// <summary>A term of these dates.</summary>
    public static Term Of(ValidPeriod period, RelationFlags flags)
    {
        var (from, to) = (period.From?.DayNumber ?? int.MinValue, period.To?.DayNumber ?? int.MaxValue);
        return new Term(from, to, from, to, flags);
    }

    /// <summary>The term within the dates of an end.</summary>
    public Term Within(Term end) => this with { From = Math.Max(From, end.From), To = Math.Min(To, end.To) };
}

/// <summary>The distinct terms of a graph, each stored once; index 0 is always. Immutable.</summary>
internal sealed class PeriodTable
{
    /// <summary>Nothing but always.</summary>
    public static readonly PeriodTable Empty = new([Term.Always], new() { [Term.Always] = 0 });

    private readonly Term[] _terms;
    private readonly Dictionary<Term, int> _index;

    /// <summary>Takes terms and the index of each; neither is changed afterwards.</summary>
    public PeriodTable(Term[] terms, Dictionary<Term, int> index) => (_terms, _index) = (terms, index);

    /// <summary>How many terms there are.</summary>
    public int Count => _terms.Length;

    /// <summary>Bytes that it takes, about.</summary>
    public long Bytes => _terms.LongLength * 60;

    /// <summary>The term at an index.</summary>
    public Term this[int period] => _terms[period];

    /// <summary>True where the period holds on the day.</summary>
    public bool Contains(int period, int dayNumber)
    {
        ref readonly var term = ref _terms[period];
        return term.From <= dayNumber && dayNumber < term.To;
    }

    /// <summary>First day number, inclusive; <see cref="int.MinValue"/> for no beginning.</summary>
    public int From(int period) => _terms[period].From;

    /// <summary>Last day number, exclusive; <see cref="int.MaxValue"/> for no end.</summary>
    public int To(int period) => _terms[period].To;

    /// <summary>The evidence.</summary>
    public RelationFlags Flags(int period) => _terms[period].Flags;

    /// <summary>The index of a term, or null where it is not in the table.</summary>
    public int? Find(Term term) => _index.TryGetValue(term, out var index) ? index : null;

    /// <summary>The table with further terms, which get the numbers that follow.</summary>
    public PeriodTable With(IReadOnlyList<Term> added)
    {
        if (added.Count == 0)
            return this;
        var index = new Dictionary<Term, int>(_index);
        foreach (var term in added)
            index.Add(term, index.Count);
        return new PeriodTable([.. _terms, .. added], index);
    }
}
