using GeoGraph.Cli.Output;

namespace GeoGraph.Cli.Server;

internal static class EmbeddedSession
{
    public static Task<Session> OpenAsync(string? folder, Terminal terminal, bool json, CancellationToken cancellationToken) => throw new IOException("x" + folder + terminal + json + cancellationToken);
}
