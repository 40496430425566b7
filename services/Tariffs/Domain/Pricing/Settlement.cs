namespace GeoGraph.Tariffs;

/// <summary>Where one candidate stands in a settlement.</summary>
/// <param name="Applies">True while it is charged (or, for prohibitions, in force).</param>
/// <param name="Kind">What kept it from being charged, where it does not apply.</param>
/// <param name="By">Place of the candidate that decided, in the list; -1 for none.</param>
/// <param name="Rule">The stacking rule that decided; null for none.</param>
internal readonly record struct Standing(bool Applies, NotAppliedKind Kind, int By, StackingRule? Rule)
{
    /// <summary>Charged, so far.</summary>
    public static readonly Standing In = new(true, NotAppliedKind.Condition, -1, null);

    /// <summary>Not charged.</summary>
    public static Standing Out(NotAppliedKind kind, int by = -1, StackingRule? rule = null) => new(false, kind, by, rule);
}

/// <summary>
/// One fully decided case: every candidate applies or does not, and this is what is owed. Steps in the order of the README;
/// reused for the many cases of an entry, and for entries of the same slice one after the other. Not thread-safe.
/// </summary>
internal sealed class Settlement
{
    private DutyContext? _context;

    /// <summary>Prepares to settle cases of the same candidates.</summary>
    public Settlement(SettlementPlan plan)
    {
        Plan = plan;
        Standings = new Standing[plan.Candidates.Length];
        Amounts = new decimal[plan.Candidates.Length];
        Bases = new SettlementBases(this);
        Kept = new SettledCase(plan.Candidates.Length);
        Turned = new PlacesByFact(plan.Candidates.Length);
    }

    /// <summary>What of the steps is known beforehand.</summary>
    public SettlementPlan Plan { get; }

    /// <summary>The candidates, in order of measure.</summary>
    public Candidate[] Candidates => Plan.Candidates;

    /// <summary>What expressions are evaluated with.</summary>
    public DutyContext Context => _context ?? throw new InvalidOperationException("no entry is being priced.");

    /// <summary>Where each candidate stands.</summary>
    public Standing[] Standings { get; }

    /// <summary>What each candidate that applies owes, not rounded.</summary>
    public decimal[] Amounts { get; }

    /// <summary>What each candidate is charged on.</summary>
    public SettlementBases Bases { get; }

    /// <summary>Room to keep a settled case in, to compare others with it.</summary>
    public SettledCase Kept { get; }

    /// <summary>Room for the facts on which something turns that is owed, with the places that they turn.</summary>
    public PlacesByFact Turned { get; }

    /// <summary>Place of the ordinary duty; -1 where none covers the code.</summary>
    public int Ordinary { get; private set; }

    /// <summary>The third-country duty, not rounded: what a preference or suspension stands in place of.</summary>
    public decimal Third { get; set; }

    /// <summary>True where a prohibition applies.</summary>
    public bool Prohibited { get; private set; }

    /// <summary>Sum of the duty lines, each rounded to cents.</summary>
    public decimal Total { get; private set; }

    /// <summary>Sum of the lines of fees and taxes, each rounded to cents.</summary>
    public decimal TotalCharges { get; private set; }

    /// <summary>Begins with another entry.</summary>
    public Settlement For(DutyContext context)
    {
        _context = context;
        Turned.Clear();
        return this;
    }

    /// <summary>Settles a case.</summary>
    /// <param name="applies">For each candidate whether its conditions hold.</param>
    public void Settle(bool[] applies)
    {
        Begin(applies);
        KeepPrecedence(applies);
        Prohibited = Array.Exists(Plan.Prohibitions, place => Standings[place].Applies);
        if (Prohibited)
            return;
        Ordinary = OrdinaryDuty.Choose(this);
        Context.Ordinary = Ordinary < 0 ? 0m : Amounts[Ordinary];
        foreach (var rule in Plan.Rules)
            Stacking.Apply(rule, this);
        if (Ordinary >= 0)
            Context.Ordinary = Standings[Ordinary].Applies ? Owed(Ordinary) : 0m;
        Charge();
    }

    /// <summary>What a candidate owes on its base as it stands, not rounded. Where splitting leaves nothing to charge, also a duty by quantity is nothing.</summary>
    public decimal Owed(int place)
    {
        Context.Base = Bases.Of(place);
        if (Context.Base == 0m)
            return 0m;
        Context.Replaced = OrdinaryDuty.Replaced(this, place);
        Context.Followed = Candidates[place].Rivals?.Lowest(Context);
        return DutyEvaluator.Amount(Candidates[place].Compiled.Duty!, Context);
    }

    /// <summary>True where a candidate owes more than 0, or a quantity is missing that would say how much.</summary>
    public bool IsOwed(int place)
    {
        Context.Facts.TakesMiddles = true;
        var isOwed = Bases.Of(place) > 0m && (Owed(place) > 0m || DutyEvaluator.LacksQuantity(Candidates[place].Compiled.Duty!, Context.Quantities));
        Context.Facts.TakesMiddles = false;
        return isOwed;
    }

    /// <summary>An amount as a line has it: half a cent goes away from zero.</summary>
    public static decimal ToCents(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);

    private void Begin(bool[] applies)
    {
        (Total, TotalCharges, Third) = (0m, 0m, 0m);
        Ordinary = -1;
        Bases.Clear();
        Context.Ordinary = 0m;
        for (var i = 0; i < Standings.Length; i++)
            Standings[i] = applies[i] ? Standing.In : Standing.Out(NotAppliedKind.Condition);
    }

    // Also one that is itself superseded supersedes those beneath it; the highest is named.
    private void KeepPrecedence(bool[] applies)
    {
        foreach (var (place, superiors) in Plan.Superiors)
        {
            foreach (var superior in applies[place] ? superiors : [])
            {
                if (!applies[superior])
                    continue;
                Standings[place] = Standing.Out(NotAppliedKind.Precedence, superior);
                break;
            }
        }
    }

    private void Charge()
    {
        Context.Forget();
        foreach (var place in Plan.Duties)
        {
            if (Standings[place].Applies)
                Total += Charge(place);
        }
        Bases.DutyInclusive = Context.FullValue + (Context.DutyInAll ?? Total);
        foreach (var place in Plan.Charges)
        {
            if (Standings[place].Applies)
                TotalCharges += Charge(place);
        }
    }

    private decimal Charge(int place)
    {
        Bases.NoteAssumption(place);
        var owed = Amounts[place] = Owed(place);
        if (place == Ordinary || owed != 0m || DutyEvaluator.LacksQuantity(Candidates[place].Compiled.Duty!, Context.Quantities))
            return ToCents(owed);
        Standings[place] = Standing.Out(Bases.Of(place) == 0m ? NotAppliedKind.NothingRemains : NotAppliedKind.ZeroRate, -1, Bases.RuleOf(place));
        return 0m;
    }
}
