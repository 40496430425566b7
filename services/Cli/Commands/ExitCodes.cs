namespace GeoGraph.Cli.Commands;

/// <summary>What the exit code of every command says.</summary>
internal static class ExitCodes
{
    /// <summary>The question is answered.</summary>
    public const int Answered = 0;

    /// <summary>A service refused, with its reason on the error output; or files of an import have problems.</summary>
    public const int Refused = 1;

    /// <summary>The command line is wrong.</summary>
    public const int WrongUsage = 2;
}
