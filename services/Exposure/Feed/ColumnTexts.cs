using GeoGraph.Core;

namespace GeoGraph.Exposure.Feed;

/// <summary>A chunk's table of texts.</summary>
/// <remarks>Throws <see cref="InvalidDataException"/> where an entry is absent or not what the column holds.</remarks>
internal sealed class ColumnTexts(IReadOnlyList<string> texts)
{
    /// <summary>The text at an index.</summary>
    public string Text(uint index) => index < texts.Count ? texts[(int)index] : throw new InvalidDataException($"the chunk has no text {index}.");

    /// <summary>The id at an index.</summary>
    public EntityId Id(uint index) =>
        EntityId.TryParse(Text(index), out var id) ? id : throw new InvalidDataException($"'{Text(index)}' is no id: {EntityId.Rule}.");

    /// <summary>The id at an index; null for the empty text.</summary>
    public EntityId? OptionalId(uint index) => Text(index).Length == 0 ? null : Id(index);

    /// <summary>The number at an index; null for the empty text.</summary>
    public decimal? Number(uint index)
    {
        var text = Text(index);
        return text.Length == 0 ? null : DecimalText.TryParse(text, out var number) ? number : throw new InvalidDataException($"'{text}' is no number: {DecimalText.Rule}.");
    }
}
