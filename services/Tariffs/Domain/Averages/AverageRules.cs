using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>What a question for means must be before it is answered. All violations are found at once.</summary>
internal static class AverageRules
{
    /// <summary>The most dates of one question.</summary>
    public const int MostDates = 50;

    /// <summary>The most origins of one question.</summary>
    public const int MostOrigins = 1000;

    /// <summary>The most prefixes of one question.</summary>
    public const int MostPrefixes = 1000;

    /// <summary>The most weights of one question.</summary>
    public const int MostWeights = 5_000_000;

    /// <summary>The customs value that every line is taken to be entered with: facts that are amounts, as the value of a content, are of this one.</summary>
    public const decimal Value = 1_000_000m;

    /// <summary>Checks a question against the rules and the schedule.</summary>
    public static void Check(AverageQuestion question, CompiledSchedule schedule, Violations violations)
    {
        Place("importer_id", question.Importer, violations);
        for (var i = 0; i < question.Origins.Count; i++)
            Place($"origin_ids[{i}]", question.Origins[i], violations);
        if (question.Dates.Count == 0)
            violations.Add("dates", "", $"there are 1 to {MostDates} dates");
        foreach (var date in question.Dates.GroupBy(date => date).Where(group => group.Count() > 1))
            violations.Add("dates", $"{date.Key:yyyy-MM-dd}", "a date is given once");
        Facts(question, schedule, violations);
    }

    /// <summary>An entry as means take every line to be entered.</summary>
    public static Entry EntryOf(AverageQuestion question, string digits, EntityId origin, DateOnly asOf) => new()
    {
        Importer = question.Importer,
        Origin = origin,
        Code = digits,
        CustomsValue = Value,
        EntryDate = asOf,
        Facts = question.Facts,
    };

    private static void Place(string field, EntityId id, Violations violations)
    {
        if (id.Value.Length > 0 && id.Kind is not ("state" or "bloc"))
            violations.Add(field, id.Value, "it is the id of a state or bloc, as state:TW");
    }

    // Facts are those of an entry, on every date, whatever its code is.
    private static void Facts(AverageQuestion question, CompiledSchedule schedule, Violations violations)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var asOf in question.Dates.DefaultIfEmpty(DateOnly.MaxValue))
        {
            var found = new Violations();
            EntryRules.Check(EntryOf(question, "0101", question.Importer, asOf), schedule, found);
            foreach (var violation in found.Found.Where(violation => violation.Field.StartsWith("facts", StringComparison.Ordinal) && told.Add(violation.Field)))
                violations.Add(violation.Field, violation.Value, violation.Rule);
        }
    }
}
