using System.Diagnostics;

namespace GeoGraph.UnitTests.Exposure.Sea;

/// <summary>A test that compares with a module of Python on a file of the shared folder; skipped where either is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PythonFactAttribute : FactAttribute
{
    /// <summary>The interpreter that Debian's packages install modules for.</summary>
    public const string Interpreter = "/usr/bin/python3";

    /// <param name="module">The module that must be there.</param>
    /// <param name="file">The file below the shared folder.</param>
    public PythonFactAttribute(string module, string file) => Skip = SharedData.ReasonToSkip(file) ?? (Has(module) ? null : $"{Interpreter} has no module {module}");

    private static bool Has(string module)
    {
        if (!File.Exists(Interpreter))
            return false;
        using var process = Process.Start(new ProcessStartInfo(Interpreter, ["-c", $"import {module}"]) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
