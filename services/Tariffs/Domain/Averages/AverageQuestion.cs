using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>How far goods are told apart; the value is how many digits of the code that takes.</summary>
internal enum GoodsLevel
{
    /// <summary>Not at all.</summary>
    All = 0,

    /// <summary>By the first two digits.</summary>
    Chapter = 2,

    /// <summary>By the first four digits.</summary>
    Heading = 4,

    /// <summary>By the lines of the schedule.</summary>
    Line = CodeSpan.Digits,
}

/// <summary>Which mean rates are wanted.</summary>
internal sealed record AverageQuestion
{
    /// <summary>The state (or customs territory) that is entered.</summary>
    public required EntityId Importer { get; init; }

    /// <summary>The dates of entry, each once.</summary>
    public required IReadOnlyList<DateOnly> Dates { get; init; }

    /// <summary>The states of origin; empty for every state in the data but the importer and its members.</summary>
    public IReadOnlyList<EntityId> Origins { get; init; } = [];

    /// <summary>Prefixes of 2 to 10 digits, without dots, that narrow the goods; empty for the whole schedule.</summary>
    public IReadOnlyList<string> Prefixes { get; init; } = [];

    /// <summary>True to tell origins apart.</summary>
    public bool ByOrigin { get; init; }

    /// <summary>True to tell families of measures apart.</summary>
    public bool ByAuthority { get; init; }

    /// <summary>How far goods are told apart.</summary>
    public GoodsLevel Goods { get; init; }

    /// <summary>In which view of the law.</summary>
    public DutyQuestion Question { get; init; } = DutyQuestion.Settled;

    /// <summary>What is taken to be so of every entry.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    /// <summary>True where a code, without dots, is among the goods asked for.</summary>
    public bool Takes(string digits)
    {
        for (var i = 0; i < Prefixes.Count; i++)
        {
            if (digits.StartsWith(Prefixes[i], StringComparison.Ordinal))
                return true;
        }
        return Prefixes.Count == 0;
    }
}
