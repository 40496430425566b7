namespace Neo4j.Driver.Internal;

/// <summary>Credentials as the server takes them. Two with the same content are equal.</summary>
internal sealed class AuthToken(Dictionary<string, object?> content) : IAuthToken
{
    /// <summary>Gets scheme, principal, credentials, realm and parameters, as far as given.</summary>
    public IReadOnlyDictionary<string, object?> Content { get; } = content;

    public static AuthToken Of(IAuthToken token) => token as AuthToken
        ?? throw new ArgumentException("Credentials come from AuthTokens.", nameof(token));

    public bool Same(AuthToken other) => ReferenceEquals(this, other)
        || (Content.Count == other.Content.Count && Content.All(entry =>
            other.Content.TryGetValue(entry.Key, out var value) && Equals(entry.Value, value)));

    /// <summary>The scheme alone: credentials stay out of logs.</summary>
    public override string ToString() => $"{Content["scheme"]} credentials";
}
