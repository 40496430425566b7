using System.Globalization;

namespace GeoGraph.Tariffs.Mapping;

/// <summary>Where an entry stands in a request; written only where a violation has to be told.</summary>
/// <param name="Field">The field, as <c>entry</c> or <c>entries</c>.</param>
/// <param name="Index">The place in a repeated field; null for a single one.</param>
internal readonly record struct EntryPath(string Field, int? Index = null)
{
    /// <summary>The path of a single entry.</summary>
    public static implicit operator EntryPath(string field) => new(field);

    /// <summary>The path, as <c>entries[3]</c>.</summary>
    public override string ToString() => Index is { } index ? string.Create(CultureInfo.InvariantCulture, $"{Field}[{index}]") : Field;
}
