using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace GeoGraph.UnitTests.Exposure;

/// <summary>The interpreter that the environment variable PYTHON names, else the one that Debian's packages install modules for.</summary>
internal static class Python
{
    private static readonly string s_interpreter = Environment.GetEnvironmentVariable("PYTHON") ?? "/usr/bin/python3";

    /// <summary>Runs the interpreter on an input to its end; exit code -1 where there is none.</summary>
    public static (int ExitCode, string Output) Run(IEnumerable<string> arguments, string input)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(s_interpreter, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardInputEncoding = new UTF8Encoding(false),
            })!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output);
        }
        catch (Win32Exception)
        {
            return (-1, "");
        }
    }

    /// <summary>Why a test that needs these modules is skipped; null where they are there.</summary>
    public static string? ReasonToSkip(params string[] modules) =>
        Run(["-c", $"import {string.Join(", ", modules)}"], "").ExitCode == 0
            ? null
            : $"{s_interpreter} has not all of {string.Join(", ", modules)} (Debian: {string.Join(", ", modules.Select(module => "python3-" + module))})";
}

/// <summary>A test that compares with modules of Python on a file of the shared folder; skipped where either is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PythonFactAttribute : FactAttribute
{
    /// <param name="module">The module that must be there.</param>
    /// <param name="file">The file below the shared folder.</param>
    public PythonFactAttribute(string module, string file) => Skip = SharedData.ReasonToSkip(file) ?? Python.ReasonToSkip(module);
}

/// <summary>A theory that compares with modules of Python; skipped where one is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PythonTheoryAttribute : TheoryAttribute
{
    /// <param name="modules">The modules that must be there.</param>
    public PythonTheoryAttribute(params string[] modules) => Skip = Python.ReasonToSkip(modules);
}
