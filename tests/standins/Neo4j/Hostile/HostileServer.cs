using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace GeoGraph.Neo4jDriver.Tests.Hostile;

/// <summary>
/// A real server for tests that kill it or come to it over a bad network: it gives a sign of life every two seconds, and
/// encrypts where it is asked to, with a certificate of its own for 127.0.0.1. Started when first asked for.
/// </summary>
public sealed class HostileServer : IAsyncLifetime
{
    /// <summary>The tests that share the server, one after the other.</summary>
    public const string Collection = "hostile";

    private readonly string _folder = Directory.CreateTempSubdirectory("geograph-bolt-tls-").FullName;
    private readonly Lazy<Task<Neo4jServer>> _server;

    public HostileServer()
    {
        Certificate = SelfSigned("localhost", IPAddress.Loopback, _folder);
        _server = new(() => Neo4jServer.StartAsync(
            "server.bolt.connection_keep_alive=2s",
            "server.bolt.connection_keep_alive_probes=3",
            "server.bolt.tls_level=OPTIONAL",
            "dbms.ssl.policy.bolt.enabled=true",
            $"dbms.ssl.policy.bolt.base_directory={_folder}",
            "dbms.ssl.policy.bolt.private_key=private.key",
            "dbms.ssl.policy.bolt.public_certificate=public.crt",
            "dbms.ssl.policy.bolt.client_auth=NONE"));
    }

    /// <summary>What the server shows of itself, without the key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>The file of the certificate.</summary>
    public string CertificateFile => Path.Combine(_folder, "public.crt");

    public Task<Neo4jServer> StartedAsync() => _server.Value;

    /// <summary>A driver straight to the server.</summary>
    public async Task<IDriver> DriverAsync(Action<ConfigBuilder>? configure = null) => Driver((await StartedAsync()).Bolt, configure);

    public static IDriver Driver(Uri uri, Action<ConfigBuilder>? configure = null) =>
        GraphDatabase.Driver(uri, AuthTokens.Basic(Neo4jServer.User, Neo4jServer.Password), configure ?? (_ => { }));

    /// <summary>A certificate that vouches for itself.</summary>
    public static X509Certificate2 SelfSigned(string name, IPAddress? address, string? folder = null)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        if (address is not null)
            names.AddIpAddress(address);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var whole = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        if (folder is not null)
        {
            File.WriteAllText(Path.Combine(folder, "private.key"), key.ExportPkcs8PrivateKeyPem());
            File.WriteAllText(Path.Combine(folder, "public.crt"), whole.ExportCertificatePem());
        }
        return X509CertificateLoader.LoadCertificate(whole.RawData);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_server.IsValueCreated)
            await (await _server.Value).DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        Certificate.Dispose();
    }
}

[CollectionDefinition(HostileServer.Collection, DisableParallelization = true)]
public sealed class HostileCollection : ICollectionFixture<HostileServer>;
