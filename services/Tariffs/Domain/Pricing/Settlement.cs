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
/// reused for the many cases of a conditional entry. Not thread-safe.
/// </summary>
internal sealed class Settlement
{
    private readonly StackingRule[] _rules;

    /// <summary>Prepares to settle cases of the same candidates.</summary>
    public Settlement(List<Candidate> candidates, StackingRule[] rules, DutyContext context)
    {
        (Candidates, _rules, Context) = (candidates, rules, context);
        Standings = new Standing[candidates.Count];
        Amounts = new decimal[candidates.Count];
        Bases = new SettlementBases(this);
    }

    /// <summary>The candidates, in order of measure.</summary>
    public List<Candidate> Candidates { get; }

    /// <summary>What expressions are evaluated with.</summary>
    public DutyContext Context { get; }

    /// <summary>Where each candidate stands.</summary>
    public Standing[] Standings { get; }

    /// <summary>What each candidate that applies owes, not rounded.</summary>
    public decimal[] Amounts { get; }

    /// <summary>What each candidate is charged on.</summary>
    public SettlementBases Bases { get; }

    /// <summary>Place of the ordinary duty; -1 where none covers the code.</summary>
    public int Ordinary { get; private set; }

    /// <summary>The third-country duty, not rounded: what a preference or suspension stands in place of.</summary>
    public decimal Third { get; set; }

    /// <summary>True where a prohibition applies.</summary>
    public bool Prohibited { get; private set; }

    /// <summary>Sum of the duty lines, each rounded to cents.</summary>
    public decimal Total { get; private set; }

    /// <summary>Settles a case.</summary>
    /// <param name="applies">For each candidate whether its conditions hold.</param>
    public void Settle(bool[] applies)
    {
        Begin(applies);
        KeepPrecedence();
        Prohibited = Prohibits();
        if (Prohibited)
            return;
        Ordinary = OrdinaryDuty.Choose(this);
        Context.Ordinary = Ordinary < 0 ? 0m : Amounts[Ordinary];
        foreach (var rule in _rules)
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
        (Total, Third) = (0m, 0m);
        Ordinary = -1;
        Bases.Clear();
        Context.Ordinary = 0m;
        for (var i = 0; i < Standings.Length; i++)
            Standings[i] = applies[i] ? Standing.In : Standing.Out(NotAppliedKind.Condition);
    }

    private void KeepPrecedence()
    {
        for (var i = 0; i < Standings.Length; i++)
        {
            if (Standings[i].Applies && Superior(i) is { } by)
                Standings[i] = Standing.Out(NotAppliedKind.Precedence, by);
        }
    }

    // Also one that is itself superseded supersedes those beneath it; the highest is named.
    private int? Superior(int place)
    {
        var measure = Candidates[place].Measure;
        int? superior = null;
        for (var i = 0; i < Standings.Length; i++)
        {
            var other = Candidates[i].Measure;
            var stood = Standings[i].Applies || Standings[i].Kind == NotAppliedKind.Precedence;
            if (stood && measure.Authority.Length > 0 && other.Authority == measure.Authority && other.Precedence > measure.Precedence
                && (superior is not { } best || other.Precedence > Candidates[best].Measure.Precedence))
            {
                superior = i;
            }
        }
        return superior;
    }

    private bool Prohibits()
    {
        for (var i = 0; i < Standings.Length; i++)
        {
            if (Standings[i].Applies && Candidates[i].Measure.Type == MeasureType.Prohibition)
                return true;
        }
        return false;
    }

    private void Charge()
    {
        Context.MissingQuantities.Clear();
        Context.AssumedContents.Clear();
        for (var i = 0; i < Standings.Length; i++)
        {
            if (Standings[i].Applies && !Candidates[i].Measure.Type.IsCharge())
                ChargeDuty(i);
        }
        Bases.DutyInclusive = Context.FullValue + Total;
        for (var i = 0; i < Standings.Length; i++)
        {
            if (Standings[i].Applies && Candidates[i].Measure.Type.IsCharge())
                ChargeDuty(i);
        }
    }

    private void ChargeDuty(int place)
    {
        var candidate = Candidates[place];
        Bases.NoteAssumption(place);
        Amounts[place] = Owed(place);
        var open = DutyEvaluator.LacksQuantity(candidate.Compiled.Duty!, Context.Quantities);
        if (place != Ordinary && Amounts[place] == 0m && !open)
            Standings[place] = Standing.Out(Bases.Of(place) == 0m ? NotAppliedKind.NothingRemains : NotAppliedKind.ZeroRate, -1, Bases.RuleOf(place));
        else if (!candidate.Measure.Type.IsCharge())
            Total += ToCents(Amounts[place]);
    }
}
