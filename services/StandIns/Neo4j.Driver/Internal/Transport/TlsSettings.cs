using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Neo4j.Driver.Internal.Transport;

/// <summary>How a connection is encrypted.</summary>
/// <param name="TargetHost">The name that the server's certificate is to be for.</param>
/// <param name="Accepts">Whether a certificate is accepted, given what the platform finds wrong with it. A server without one is refused.</param>
internal sealed record TlsSettings(string TargetHost, Func<X509Certificate2, X509Chain?, SslPolicyErrors, bool> Accepts);
