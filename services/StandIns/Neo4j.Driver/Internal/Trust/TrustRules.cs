using System.Security.Cryptography.X509Certificates;

namespace Neo4j.Driver.Internal.Trust;

internal static class TrustRules
{
    /// <summary>Who decides under a rule.</summary>
    /// <exception cref="ArgumentException">Certificates are given with another rule than the list, or none with the list.</exception>
    public static TrustManager Of(CertificateTrustRule rule, IReadOnlyList<X509Certificate2>? certificates)
    {
        var listed = rule == CertificateTrustRule.TrustList;
        if (!listed && certificates is not null)
        {
            throw new ArgumentException($"Certificates are given with the rule TrustList alone, not with {rule}.", nameof(certificates));
        }
        if (listed && certificates is null or { Count: 0 })
        {
            throw new ArgumentException("The rule TrustList takes at least one certificate.", nameof(certificates));
        }
        return rule switch
        {
            CertificateTrustRule.TrustSystem => TrustManager.CreateChainTrust(),
            CertificateTrustRule.TrustAny => TrustManager.CreateInsecure(),
            CertificateTrustRule.TrustList => TrustManager.CreateCertTrust(certificates!),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "There is no such rule."),
        };
    }
}
