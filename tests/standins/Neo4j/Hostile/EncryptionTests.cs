using System.Diagnostics;

namespace GeoGraph.Neo4jDriver.Tests.Hostile;

/// <summary>Encrypted connections to the real server, whose certificate vouches for itself.</summary>
[RequiresNeo4j]
[Collection(HostileServer.Collection)]
public sealed class EncryptionTests(HostileServer hostile)
{
    [Theory]
    [InlineData("bolt+ssc")]
    [InlineData("neo4j+ssc")]
    public async Task A_scheme_that_takes_self_signed_certificates_connects(string scheme)
    {
        await using var driver = HostileServer.Driver(await UriAsync(scheme));
        Assert.True(driver.Encrypted);
        await using var session = driver.AsyncSession();
        var rows = await (await session.RunAsync("UNWIND range(1, 50000) AS i RETURN i, 'text ' + i")).ToListAsync();
        Assert.Equal(50_000, rows.Count);
        Assert.Equal("text 50000", rows[^1][1]);
    }

    [Theory]
    [InlineData("bolt+s")]
    [InlineData("neo4j+s")]
    public async Task A_scheme_that_asks_for_trusted_certificates_refuses_one_that_nobody_vouches_for(string scheme)
    {
        await using var driver = HostileServer.Driver(await UriAsync(scheme));
        var failure = await Assert.ThrowsAnyAsync<Neo4jException>(() => driver.VerifyConnectivityAsync());
        Assert.Contains(Chain(failure), error => error is SecurityException && error.Message.Contains("certificate is refused", StringComparison.Ordinal));
    }

    // The system's certificates are read when a process starts, so another one is started with the server's among them.
    [Theory]
    [InlineData("bolt+s")]
    [InlineData("neo4j+s")]
    public async Task A_scheme_that_asks_for_trusted_certificates_connects_where_the_system_trusts_the_server(string scheme)
    {
        var uri = new UriBuilder(await UriAsync(scheme)) { Host = "localhost" }.Uri;
        var start = new ProcessStartInfo("dotnet", [typeof(ConnectingProgram).Assembly.Location, uri.ToString()]) { RedirectStandardError = true };
        start.Environment["SSL_CERT_FILE"] = hostile.CertificateFile;
        using var process = Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, said);
    }

    [Fact]
    public async Task A_certificate_that_is_named_as_trusted_is_trusted()
    {
        await using var driver = HostileServer.Driver(await UriAsync("bolt"), config => config
            .WithEncryptionLevel(EncryptionLevel.Encrypted).WithTrustManager(TrustManager.CreateCertTrust([hostile.Certificate])));
        await driver.VerifyConnectivityAsync();
    }

    [Fact]
    public async Task Another_certificate_than_the_trusted_one_is_refused()
    {
        using var other = HostileServer.SelfSigned("localhost", System.Net.IPAddress.Loopback);
        await using var driver = HostileServer.Driver(await UriAsync("bolt"), config => config
            .WithEncryptionLevel(EncryptionLevel.Encrypted).WithTrustManager(TrustManager.CreateCertTrust([other])));
        await Assert.ThrowsAsync<SecurityException>(() => driver.VerifyConnectivityAsync());
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_refused_where_the_name_counts()
    {
        await using var proxy = new Proxy((await hostile.StartedAsync()).Bolt, "127.0.0.2");
        await using var trusting = Named(proxy.Uri, verifyHostname: false);
        await trusting.VerifyConnectivityAsync();
        await using var strict = Named(proxy.Uri, verifyHostname: true);
        await Assert.ThrowsAsync<SecurityException>(() => strict.VerifyConnectivityAsync());
    }

    [Fact]
    public async Task A_large_message_goes_through_encryption_in_both_directions()
    {
        await using var driver = HostileServer.Driver(await UriAsync("bolt+ssc"));
        await using var session = driver.AsyncSession();
        var text = new string('é', 3_000_000);
        var row = await (await session.RunAsync("RETURN $text", new Dictionary<string, object> { ["text"] = text })).SingleAsync();
        Assert.Equal(text, row[0]);
    }

    private IDriver Named(Uri uri, bool verifyHostname) => HostileServer.Driver(uri, config => config
        .WithEncryptionLevel(EncryptionLevel.Encrypted).WithTrustManager(TrustManager.CreateCertTrust([hostile.Certificate], verifyHostname)));

    private async Task<Uri> UriAsync(string scheme) => new($"{scheme}://127.0.0.1:{(await hostile.StartedAsync()).Bolt.Port}");

    private static IEnumerable<Exception> Chain(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
            yield return error;
    }
}
