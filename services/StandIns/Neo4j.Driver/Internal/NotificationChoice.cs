using Neo4j.Driver.Internal.Transport;

namespace Neo4j.Driver.Internal;

/// <summary>Which notifications a server is asked for; a null is left to the server.</summary>
internal sealed class NotificationChoice(Severity? minimumSeverity, IEnumerable<Category>? disabledCategories) : INotificationsConfig
{
    /// <summary>None at all.</summary>
    public static readonly NotificationChoice None = new(null, null) { _minimum = "OFF" };

    private readonly string[]? _disabled = disabledCategories?.Select(category => category.ToString().ToUpperInvariant()).ToArray();
    private string? _minimum = minimumSeverity?.ToString().ToUpperInvariant();

    /// <summary>A choice of something.</summary>
    /// <exception cref="ArgumentException">Nothing is chosen.</exception>
    public static NotificationChoice Of(Severity? minimumSeverity, IReadOnlyCollection<Category>? disabledCategories) =>
        minimumSeverity is null && disabledCategories is null
            ? throw new ArgumentException("A severity or categories are chosen, or both.", nameof(disabledCategories))
            : new(minimumSeverity, disabledCategories);

    /// <summary>Adds the choice to a HELLO, BEGIN or RUN. Bolt 5.5 renamed categories to classifications.</summary>
    /// <exception cref="UnsupportedFeatureException">The server speaks Bolt 5.1 or below.</exception>
    public void AddTo(Dictionary<string, object?> message, BoltVersion version)
    {
        if (version < new BoltVersion(5, 2))
        {
            throw new UnsupportedFeatureException($"Choosing notifications takes Bolt 5.2; the server speaks {version}.");
        }
        if (_minimum is not null) message["notifications_minimum_severity"] = _minimum;
        if (_disabled is null) return;
        var classified = version >= new BoltVersion(5, 5);
        message[classified ? "notifications_disabled_classifications" : "notifications_disabled_categories"] = _disabled;
    }
}
