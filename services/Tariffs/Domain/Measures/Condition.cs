namespace GeoGraph.Tariffs;

/// <summary>How a fact is compared.</summary>
internal enum FactOperator
{
    /// <summary>The fact is the value.</summary>
    EqualTo,

    /// <summary>The fact is another value.</summary>
    NotEqualTo,

    /// <summary>The fact (number or date) is below the value.</summary>
    Less,

    /// <summary>The fact is not above the value.</summary>
    AtMost,

    /// <summary>The fact is above the value.</summary>
    Greater,

    /// <summary>The fact is not below the value.</summary>
    AtLeast,

    /// <summary>The fact is one of the values, which commas separate.</summary>
    OneOf,
}

/// <summary>What a test gives where the entry does not state the fact.</summary>
internal enum WhenAbsent
{
    /// <summary>The measure stays open and the fact is named as missing.</summary>
    Unknown,

    /// <summary>The test is taken to hold, as a listed assumption.</summary>
    Holds,

    /// <summary>The test is taken to fail, as a listed assumption.</summary>
    Fails,
}

/// <summary>One comparison.</summary>
/// <param name="Fact">The fact's name, as <c>loaded_on</c>.</param>
/// <param name="Operator">How it is compared.</param>
/// <param name="Value">A decimal, an ISO date, true or false, or a word.</param>
/// <param name="WhenAbsent">What the test gives where the fact is not stated.</param>
internal sealed record FactTest(string Fact, FactOperator Operator, string Value, WhenAbsent WhenAbsent = WhenAbsent.Unknown);

/// <summary>Holds where at least one of its tests does.</summary>
/// <param name="AnyOf">The tests; at least one.</param>
/// <param name="Reason">Why the measure does not apply where the condition fails, for a person.</param>
internal sealed record Condition(IReadOnlyList<FactTest> AnyOf, string Reason)
{
    /// <summary>A condition of one test.</summary>
    public static Condition Of(string fact, FactOperator op, string value, WhenAbsent whenAbsent, string reason) =>
        new([new FactTest(fact, op, value, whenAbsent)], reason);
}
