using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace GeoGraph.Core;

/// <summary>
/// The readable, stable identity of a node, relation or record: <c>kind:name</c>, as in <c>state:TW</c>,
/// <c>firm:tsmc</c> or <c>supplies:tsmc-nvidia-2025</c>. Case-sensitive; ordered by code point, which is the order of the UTF-8 bytes.
/// </summary>
/// <remarks>
/// The kind is lower-case ASCII letters, digits and hyphens, starting with a letter; the name is any text without
/// white space or control characters; the whole is at most <see cref="MaxBytes"/> bytes in UTF-8.
/// </remarks>
public readonly record struct EntityId : IComparable<EntityId>
{
    /// <summary>The most bytes an id takes in UTF-8, inclusive.</summary>
    public const int MaxBytes = 256;

    /// <summary>The rule in words, for error messages.</summary>
    public const string Rule = "an id is kind:name; kind is lower-case letters, digits and hyphens; name has no white space; at most 256 bytes of UTF-8";

    private readonly string? _value;

    private EntityId(string value) => _value = value;

    /// <summary>The whole id; empty only for the default value, which names nothing.</summary>
    public string Value => _value ?? "";

    /// <summary>The part before the first colon, as <c>state</c>.</summary>
    public string Kind => Value.Length == 0 ? "" : Value[..Value.IndexOf(':', StringComparison.Ordinal)];

    /// <summary>The part after the first colon, as <c>TW</c>.</summary>
    public string Name => Value.Length == 0 ? "" : Value[(Value.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>Reads an id.</summary>
    /// <exception cref="FormatException">The text breaks <see cref="Rule"/>.</exception>
    public static EntityId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not an id: {Rule}.");

    /// <summary>Reads an id, or says false where the text breaks <see cref="Rule"/>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out EntityId id)
    {
        id = default;
        if (string.IsNullOrEmpty(text))
            return false;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == text.Length - 1 || !char.IsAsciiLetterLower(text[0]))
            return false;
        for (var i = 1; i < colon; i++)
        {
            if (!char.IsAsciiLetterLower(text[i]) && !char.IsAsciiDigit(text[i]) && text[i] != '-')
                return false;
        }
        for (var i = colon + 1; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) || char.IsControl(text[i]))
                return false;
        }
        if (!IsWellFormedUtf16(text) || Encoding.UTF8.GetByteCount(text) > MaxBytes)
            return false;
        id = new EntityId(text);
        return true;
    }

    /// <summary>
    /// Ordinal order of the whole id: by code point, so that every store orders as its UTF-8 bytes do. It differs from
    /// <see cref="string.CompareOrdinal(string, string)"/> only for characters beyond U+FFFF, which come last here.
    /// </summary>
    public int CompareTo(EntityId other) => CompareTexts(Value, other.Value);

    /// <summary>The whole id.</summary>
    public override string ToString() => Value;

    /// <summary>The order of ids, for any two well-formed texts.</summary>
    internal static int CompareTexts(string left, string right)
    {
        var same = left.AsSpan().CommonPrefixLength(right);
        if (same < left.Length && same < right.Length)
        {
            var (here, there) = (left[same], right[same]);
            return char.IsSurrogate(here) == char.IsSurrogate(there) ? here.CompareTo(there) : char.IsSurrogate(here) ? 1 : -1;
        }
        return left.Length.CompareTo(right.Length);
    }

    /// <summary>True where no half of a surrogate pair stands alone, so that the text survives UTF-8.</summary>
    internal static bool IsWellFormedUtf16(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return false;
            i++;
        }
        return true;
    }
}
