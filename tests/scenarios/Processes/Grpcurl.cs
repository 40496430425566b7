using System.Diagnostics;

namespace GeoGraph.Scenarios.Processes;

/// <summary>grpcurl, a client that knows of services only what reflection tells it: named by GEOGRAPH_GRPCURL, or unpacked from the shared folder into the tests' own.</summary>
internal static class Grpcurl
{
    private const string Packed = "tools/grpcurl.xz";

    private static readonly Lazy<Task<string>> s_path = new(FindAsync);

    private static string? Named => Environment.GetEnvironmentVariable("GEOGRAPH_GRPCURL") is { Length: > 0 } path ? path : null;

    /// <summary>Why it cannot be run; null where it can.</summary>
    public static string? ReasonToSkip => Named is null && SharedData.ReasonToSkip(Packed) is { } reason ? $"GEOGRAPH_GRPCURL names no grpcurl, and {reason}" : null;

    /// <summary>Runs it.</summary>
    public static async Task<CommandRun> RunAsync(params string[] arguments) => await Dotnet.RunAsync(Dotnet.Redirected(await s_path.Value, arguments));

    private static async Task<string> FindAsync()
    {
        if (Named is { } named)
            return named;
        var path = Path.Combine(AppContext.BaseDirectory, "grpcurl");
        using var unpacking = Process.Start(Dotnet.Redirected("xz", ["-dc", SharedData.PathOf(Packed)]))!;
        var errors = unpacking.StandardError.ReadToEndAsync();
        await using (var file = File.Create(path))
            await unpacking.StandardOutput.BaseStream.CopyToAsync(file);
        await unpacking.WaitForExitAsync();
        Assert.True(unpacking.ExitCode == 0, await errors);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}

/// <summary>A test that runs grpcurl; skipped where it is not at hand.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GrpcurlFactAttribute : FactAttribute
{
    public GrpcurlFactAttribute() => Skip = Grpcurl.ReasonToSkip;
}

/// <summary>A theory that runs grpcurl; skipped where it is not at hand.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GrpcurlTheoryAttribute : TheoryAttribute
{
    public GrpcurlTheoryAttribute() => Skip = Grpcurl.ReasonToSkip;
}
