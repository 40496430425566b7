namespace GeoGraph.Tests;

/// <summary>A test that reads a file of the shared folder; skipped where that is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    /// <param name="file">The file below the shared folder.</param>
    public SharedDataFactAttribute(string file) => Skip = SharedData.ReasonToSkip(file);
}

/// <summary>A theory whose cases stand in a file of the shared folder; skipped where that is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataTheoryAttribute : TheoryAttribute
{
    /// <param name="file">The file below the shared folder.</param>
    public SharedDataTheoryAttribute(string file) => Skip = SharedData.ReasonToSkip(file);
}

internal static class SharedData
{
    /// <summary>Why a test that needs the file cannot run; null where it can.</summary>
    public static string? ReasonToSkip(string file) =>
        Checkout.Shared is not { } shared ? "no folder \"shared\" beside the checkout, and GEOGRAPH_SHARED names none"
        : File.Exists(Path.Combine(shared, file)) ? null
        : $"the shared folder has no {file}";

    /// <summary>The path of a file that is there.</summary>
    public static string PathOf(string file) => Path.Combine(Checkout.Shared!, file);
}
