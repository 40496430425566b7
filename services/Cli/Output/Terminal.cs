namespace GeoGraph.Cli.Output;

/// <summary>Where a command writes and which clock it reads; tests give their own.</summary>
/// <param name="Out">Answers.</param>
/// <param name="Error">Refusals, progress and notes.</param>
/// <param name="IsInteractive">True where a person looks at a terminal: colours, the terminal's width, progress.</param>
/// <param name="Time">Today's date, which stands in for a date that is left out; the answer shows it.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, bool IsInteractive, TimeProvider Time)
{
    /// <summary>The terminal of this process.</summary>
    public static Terminal OfProcess() => new(Console.Out, Console.Error, !Console.IsOutputRedirected, TimeProvider.System);

    /// <summary>Today in universal time.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);
}
