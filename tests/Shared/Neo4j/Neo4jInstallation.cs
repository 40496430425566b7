using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace GeoGraph.Tests;

/// <summary>What a real Neo4j needs: its programs in the shared folder, and a Java that runs them.</summary>
internal static partial class Neo4jInstallation
{
    private const int OldestJava = 17;

    /// <summary>The folder with the server's programs.</summary>
    public static string Folder => SharedData.PathOf("neo4j");

    /// <summary>The program java: that of JAVA_HOME, or the one on the path.</summary>
    public static string Java { get; } = Environment.GetEnvironmentVariable("JAVA_HOME") is { Length: > 0 } home ? Path.Combine(home, "bin", "java") : "java";

    /// <summary>Why tests with a real Neo4j cannot run; null where they can.</summary>
    public static string? ReasonToSkip { get; } = SharedData.ReasonToSkip("neo4j/neo4j") ?? (OperatingSystem.IsWindows() ? "the tests start Neo4j on Unix only" : ReasonOfJava());

    private static string? ReasonOfJava()
    {
        try
        {
            using var java = Process.Start(new ProcessStartInfo(Java, "-version") { RedirectStandardError = true, RedirectStandardOutput = true })!;
            var said = java.StandardError.ReadToEnd();
            java.WaitForExit();
            return Version().Match(said) is { Success: true } version && int.Parse(version.Groups[1].ValueSpan) is var number && number >= OldestJava
                ? null
                : $"Neo4j needs Java {OldestJava} or newer, and {Java} says: {said.Split('\n')[0]}";
        }
        catch (Win32Exception)
        {
            return $"Neo4j needs Java {OldestJava}, and there is no {Java}";
        }
    }

    [GeneratedRegex("version \"([0-9]+)")]
    private static partial Regex Version();
}
