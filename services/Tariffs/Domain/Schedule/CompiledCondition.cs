namespace GeoGraph.Tariffs;

/// <summary>Three-valued truth; ordered so that "any" is the greatest and "all" the least.</summary>
internal enum Truth
{
    /// <summary>Does not hold.</summary>
    False,

    /// <summary>Nobody stated what it takes to decide.</summary>
    Unknown,

    /// <summary>Holds.</summary>
    True,
}

/// <summary>A test with its values read.</summary>
/// <param name="Test">The test as given.</param>
/// <param name="Values">What the fact is compared with: several for ONE_OF, else one.</param>
internal sealed record CompiledTest(FactTest Test, FactValue[] Values)
{
    /// <summary>What the test gives for a stated value.</summary>
    public Truth Of(FactValue fact) => Holds(fact) ? Truth.True : Truth.False;

    /// <summary>What the test gives where the fact is not stated.</summary>
    public Truth WhenAbsent => Test.WhenAbsent switch
    {
        Tariffs.WhenAbsent.Holds => Truth.True,
        Tariffs.WhenAbsent.Fails => Truth.False,
        _ => Truth.Unknown,
    };

    private bool Holds(FactValue fact) => Test.Operator switch
    {
        FactOperator.EqualTo => fact.IsSame(Values[0]),
        FactOperator.NotEqualTo => !fact.IsSame(Values[0]),
        FactOperator.OneOf => IsOneOf(fact),
        FactOperator.Less => fact.Compare(Values[0]) < 0,
        FactOperator.AtMost => fact.Compare(Values[0]) <= 0,
        FactOperator.Greater => fact.Compare(Values[0]) > 0,
        FactOperator.AtLeast => fact.Compare(Values[0]) >= 0,
        _ => throw new ArgumentOutOfRangeException(nameof(fact), Test.Operator, "this operator compares nothing."),
    };

    private bool IsOneOf(FactValue fact)
    {
        foreach (var value in Values)
        {
            if (fact.IsSame(value))
                return true;
        }
        return false;
    }
}

/// <summary>A condition with its tests read: holds where any test does.</summary>
/// <param name="AnyOf">The tests.</param>
/// <param name="Reason">Why the measure does not apply where it fails.</param>
internal sealed record CompiledCondition(CompiledTest[] AnyOf, string Reason);
