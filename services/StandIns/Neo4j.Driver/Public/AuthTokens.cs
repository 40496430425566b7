#nullable disable

using Neo4j.Driver.Internal;

namespace Neo4j.Driver;

/// <summary>Makes credentials.</summary>
public static class AuthTokens
{
    /// <summary>Gets the token of a server that asks for no credentials.</summary>
    public static IAuthToken None { get; } = new AuthToken(new() { ["scheme"] = "none" });

    /// <summary>A user's name and password.</summary>
    public static IAuthToken Basic(string username, string password) => Basic(username, password, null);

    /// <summary>A user's name and password within a realm.</summary>
    public static IAuthToken Basic(string username, string password, string realm) => Custom(username, password, realm, "basic");

    /// <summary>A Kerberos ticket, in base 64.</summary>
    public static IAuthToken Kerberos(string base64EncodedTicket) => Custom("", base64EncodedTicket, null, "kerberos");

    /// <summary>A token of single sign-on.</summary>
    public static IAuthToken Bearer(string token) => new AuthToken(new() { ["scheme"] = "bearer", ["credentials"] = token });

    /// <summary>Credentials of any scheme that the server knows.</summary>
    public static IAuthToken Custom(string principal, string credentials, string realm, string scheme) =>
        Custom(principal, credentials, realm, scheme, null);

    /// <summary>Credentials of any scheme that the server knows, with parameters of it.</summary>
    public static IAuthToken Custom(
        string principal, string credentials, string realm, string scheme, Dictionary<string, object> parameters)
    {
        var content = new Dictionary<string, object> { ["scheme"] = scheme, ["principal"] = principal };
        if (!string.IsNullOrEmpty(credentials)) content["credentials"] = credentials;
        if (!string.IsNullOrEmpty(realm)) content["realm"] = realm;
        if (parameters is { Count: > 0 }) content["parameters"] = parameters;
        return new AuthToken(content);
    }
}
