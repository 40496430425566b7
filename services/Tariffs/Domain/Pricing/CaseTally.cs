namespace GeoGraph.Tariffs;

/// <summary>What the cases of an entry come to: the least, the most, what all have in common and which missing facts matter.</summary>
internal sealed class CaseTally
{
    private readonly ulong[] _dutySignatures;
    private readonly ulong[] _chargeSignatures;
    private readonly ulong[] _measureSignatures;
    private readonly int[] _applied;
    private readonly bool[] _fits;
    private int _impossible;
    private readonly Cases _cases;

    /// <summary>Goes through all cases.</summary>
    public CaseTally(Cases cases, Settlement settlement, bool[] applies)
    {
        _cases = cases;
        _dutySignatures = new ulong[cases.Count];
        _chargeSignatures = new ulong[cases.Count];
        _measureSignatures = new ulong[cases.Count];
        _applied = new int[settlement.Candidates.Length];
        _fits = new bool[cases.Count];
        (Least, Greatest) = (new decimal[_applied.Length], new decimal[_applied.Length]);
        for (var number = 0; number < cases.Count; number++)
        {
            _fits[number] = cases.SetUp(number, applies);
            if (!_fits[number])
            {
                _impossible++;
                continue;
            }
            settlement.Settle(applies);
            if (!settlement.Prohibited && settlement.Ordinary < 0)
            {
                LacksOrdinary = true;
                return;
            }
            Take(number, settlement);
        }
    }

    /// <summary>True where no ordinary duty covers some case; nothing else is said then.</summary>
    public bool LacksOrdinary { get; }

    /// <summary>Number of the case that owes least; -1 where all are prohibited.</summary>
    public int Lowest { get; private set; } = -1;

    /// <summary>Number of the case that owes most; -1 where all are prohibited.</summary>
    public int Highest { get; private set; } = -1;

    /// <summary>How many cases are prohibited.</summary>
    public int Prohibited { get; private set; }

    /// <summary>True where every case that can be is prohibited.</summary>
    public bool AllProhibited => Prohibited == _cases.Count - _impossible;

    /// <summary>The least amount of each candidate over the cases in which it is charged.</summary>
    public decimal[] Least { get; }

    /// <summary>The greatest amount of each candidate over the cases in which it is charged.</summary>
    public decimal[] Greatest { get; }

    /// <summary>Number of the case in which each candidate owes its greatest amount.</summary>
    public Dictionary<int, int> GreatestIn { get; } = [];

    /// <summary>The quantities that some case lacks, as the entry would name them.</summary>
    public SortedSet<string> Quantities { get; } = new(StringComparer.Ordinal);

    /// <summary>The least total.</summary>
    public decimal LowestTotal { get; private set; }

    /// <summary>The greatest total.</summary>
    public decimal HighestTotal { get; private set; }

    /// <summary>True where a candidate owes the same amount in every case that is not prohibited.</summary>
    public bool IsCertain(int place) => _applied[place] == _cases.Count - _impossible - Prohibited && Least[place] == Greatest[place];

    /// <summary>True where a candidate is charged in some case.</summary>
    public bool IsCharged(int place) => _applied[place] > 0;

    /// <summary>
    /// Names of the missing facts whose value changes what some family of measures owes. Under which of a family's measures the same is owed does not matter:
    /// two headings at one rate.
    /// </summary>
    public List<string> NamesThatMatter() => Matter(_dutySignatures);

    /// <summary>Names of the missing facts whose value changes only under which measures of a family the same is owed.</summary>
    public IEnumerable<string> NamesThatOnlyTell() => Matter(_measureSignatures).Except(NamesThatMatter()).Except(NamesThatMatterForCharges());

    /// <summary>Names of the missing facts whose value changes some fee or tax.</summary>
    public List<string> NamesThatMatterForCharges() => Matter(_chargeSignatures);

    private void Take(int number, Settlement settlement)
    {
        if (settlement.Prohibited)
        {
            Prohibited++;
            (_dutySignatures[number], _measureSignatures[number]) = (1, 1);
            return;
        }
        Quantities.UnionWith(OneCase.Quantities(settlement));
        for (var i = 0; i < _applied.Length; i++)
        {
            if (!settlement.Standings[i].Applies)
                continue;
            var amount = Settlement.ToCents(settlement.Amounts[i]);
            var signatures = settlement.Candidates[i].Measure.Type.IsCharge() ? _chargeSignatures : _dutySignatures;
            var owed = (ulong)decimal.ToInt64(amount * 100m % SignatureRange);
            unchecked
            {
                signatures[number] += Mix(Mix(FamilySeed, (ulong)settlement.Plan.Families[i]), owed);
                _measureSignatures[number] += Mix(Mix(FamilySeed, (ulong)i), owed);
            }
            TakeAmount(number, i, amount);
        }
        if (Lowest < 0 || settlement.Total < LowestTotal)
            (Lowest, LowestTotal) = (number, settlement.Total);
        if (Highest < 0 || settlement.Total > HighestTotal)
            (Highest, HighestTotal) = (number, settlement.Total);
    }

    private const decimal SignatureRange = 1_000_000_000_000_000_000m;
    private const ulong FamilySeed = 0x2545F4914F6CDD1DUL;

    private static ulong Mix(ulong signature, ulong value)
    {
        unchecked
        {
            var mixed = (signature ^ value) * 0x9E3779B97F4A7C15UL;
            return mixed ^ (mixed >> 29);
        }
    }

    private void TakeAmount(int number, int place, decimal amount)
    {
        var isFirst = _applied[place]++ == 0;
        Least[place] = isFirst ? amount : Math.Min(Least[place], amount);
        if (isFirst || amount > Greatest[place])
            (Greatest[place], GreatestIn[place]) = (amount, number);
    }

    private List<string> Matter(ulong[] signatures)
    {
        var names = new List<string>();
        var stride = 1;
        for (var name = 0; name < _cases.Names.Count; name++)
        {
            var width = _cases.Width(name);
            for (var number = 0; number < signatures.Length; number++)
            {
                if (!_fits[number] || signatures[number] == signatures[FirstLike(number, stride, width)])
                    continue;
                names.Add(_cases.Names[name]);
                break;
            }
            stride *= width;
        }
        return names;
    }

    // The first case that can be and differs in one thing only.
    private int FirstLike(int number, int stride, int width)
    {
        var first = number - (number / stride % width * stride);
        while (!_fits[first])
            first += stride;
        return first;
    }
}
