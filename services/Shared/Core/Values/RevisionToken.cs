using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GeoGraph.Core;

/// <summary>
/// What a caller has seen, over services: one revision per service that owns a store. Opaque to callers; its text is
/// <c>actors=12,agreements=7</c> in ordinal order of the service names.
/// </summary>
public sealed record RevisionToken
{
    /// <summary>Has seen nothing; asks for nothing.</summary>
    public static readonly RevisionToken Empty = new(ImmutableSortedDictionary.Create<string, Revision>(StringComparer.Ordinal));

    private readonly ImmutableSortedDictionary<string, Revision> _revisions;

    private RevisionToken(ImmutableSortedDictionary<string, Revision> revisions) => _revisions = revisions;

    /// <summary>The revision seen of each service, in ordinal order of service name.</summary>
    public IReadOnlyDictionary<string, Revision> Revisions => _revisions;

    /// <summary>The token of one service at one revision.</summary>
    public static RevisionToken Of(string service, Revision revision) => Empty.With(service, revision);

    /// <summary>This token with the revision of one service set.</summary>
    public RevisionToken With(string service, Revision revision) => new(_revisions.SetItem(service, revision));

    /// <summary>The revision seen of a service, or null where the token says nothing of it.</summary>
    public Revision? For(string service) => _revisions.TryGetValue(service, out var revision) ? revision : null;

    /// <summary>Reads a token's text; the empty text is <see cref="Empty"/>. Says false where the text is no token.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out RevisionToken? token)
    {
        token = Empty;
        if (string.IsNullOrEmpty(text))
            return true;
        foreach (var part in text.Split(','))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || !long.TryParse(part.AsSpan(equals + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                token = null;
                return false;
            }
            token = token.With(part[..equals], new Revision(number));
        }
        return true;
    }

    /// <summary>Same services at the same revisions.</summary>
    public bool Equals(RevisionToken? other) => other is not null && ToString() == other.ToString();

    /// <summary>Hash of the text.</summary>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The token's text.</summary>
    public override string ToString() => string.Join(',', _revisions.Select(entry => $"{entry.Key}={entry.Value}"));
}
