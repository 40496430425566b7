#nullable disable

using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Neo4j.Driver.Internal.Trust;

namespace Neo4j.Driver;

/// <summary>Decides whether a server's certificate is trusted.</summary>
public abstract class TrustManager
{
    /// <summary>Whether the server at <paramref name="uri"/> is trusted with this certificate.</summary>
    public abstract bool ValidateServerCertificate(
        Uri uri, X509Certificate2 certificate, X509Chain chain, SslPolicyErrors sslPolicyErrors);

    /// <summary>Trusts every certificate.</summary>
    public static TrustManager CreateInsecure(bool verifyHostname = false) => new InsecureTrust(verifyHostname);

    /// <summary>Trusts what the operating system trusts.</summary>
    public static TrustManager CreateChainTrust(
        bool verifyHostname = true,
        X509RevocationMode revocationMode = X509RevocationMode.NoCheck,
        X509RevocationFlag revocationFlag = X509RevocationFlag.ExcludeRoot,
        bool useMachineContext = false) => new ChainTrust(verifyHostname, revocationMode, revocationFlag, useMachineContext);

    /// <summary>Trusts what one of the given certificates vouches for.</summary>
    public static TrustManager CreateCertTrust(IEnumerable<X509Certificate2> trusted, bool verifyHostname = true) =>
        new ListTrust(trusted, verifyHostname);
}
