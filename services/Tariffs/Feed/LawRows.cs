using GeoGraph.Core;

namespace GeoGraph.Tariffs.Feed;

/// <summary>The law as told by agreements, by id. Not thread-safe; what <see cref="Snapshot"/> gave never changes.</summary>
internal sealed class LawRows
{
    private readonly Dictionary<string, Measure> _measures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StackingRule> _rules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GoodsList> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ExchangeRate> _rates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PublishedSchedule> _schedules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PublishedHeading> _headings = new(StringComparer.Ordinal);
    private NomenclatureTable? _nomenclatures;
    private readonly Dictionary<string, OriginRule> _originRules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Quota> _quotas = new(StringComparer.Ordinal);
    private ScheduleSource? _snapshot;

    /// <summary>The revision of agreements up to which everything is told.</summary>
    public Revision Revision { get; set; }

    /// <summary>Takes a measure.</summary>
    public void Put(Measure measure) => Take(_measures, measure.Id.Value, measure);

    /// <summary>Takes a stacking rule.</summary>
    public void Put(StackingRule rule) => Take(_rules, rule.Id.Value, rule);

    /// <summary>Takes a goods list.</summary>
    public void Put(GoodsList list) => Take(_lists, list.Id, list);

    /// <summary>Takes an exchange rate.</summary>
    public void Put(ExchangeRate rate) => Take(_rates, rate.Id, rate);

    /// <summary>Takes a tariff schedule.</summary>
    public void Put(PublishedSchedule schedule)
    {
        Take(_schedules, schedule.Id, schedule);
        _nomenclatures = null;
    }

    /// <summary>Takes a heading of a tariff schedule.</summary>
    public void Put(PublishedHeading heading)
    {
        Take(_headings, heading.Id, heading);
        _nomenclatures = null;
    }

    /// <summary>Takes a rule of origin.</summary>
    public void Put(OriginRule rule) => Take(_originRules, rule.Id.Value, rule);

    /// <summary>Takes a quota.</summary>
    public void Put(Quota quota) => Take(_quotas, quota.Id.Value, quota);

    /// <summary>Forgets what has the id.</summary>
    public void Remove(string id)
    {
        if (_measures.Remove(id) | _rules.Remove(id) | _lists.Remove(id) | _rates.Remove(id) | _originRules.Remove(id) | _quotas.Remove(id))
            _snapshot = null;
        if (_schedules.Remove(id) | _headings.Remove(id))
            (_snapshot, _nomenclatures) = (null, null);
    }

    /// <summary>The law as it is now, without memberships; the same object while nothing changes.</summary>
    public ScheduleSource Snapshot() => _snapshot ??= new ScheduleSource
    {
        Measures = [.. _measures.Values],
        StackingRules = [.. _rules.Values],
        GoodsLists = [.. _lists.Values],
        ExchangeRates = [.. _rates.Values],
        OriginRules = [.. _originRules.Values],
        Quotas = [.. _quotas.Values],
        Nomenclatures = _nomenclatures ??= NomenclatureTable.Compile(_schedules.Values, _headings.Values),
    };

    private void Take<T>(Dictionary<string, T> rows, string id, T row)
    {
        rows[id] = row;
        _snapshot = null;
    }
}
