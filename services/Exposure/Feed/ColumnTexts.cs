using GeoGraph.Core;

namespace GeoGraph.Exposure.Feed;

/// <summary>A chunk's table of texts; each id is parsed once.</summary>
/// <remarks>Throws <see cref="InvalidDataException"/> where an entry is absent or not what the column holds.</remarks>
internal sealed class ColumnTexts(IReadOnlyList<string> texts)
{
    private readonly EntityId[] _ids = new EntityId[texts.Count];
    private readonly decimal?[] _numbers = new decimal?[texts.Count];

    /// <summary>The text at an index.</summary>
    public string Text(uint index) => index < texts.Count ? texts[(int)index] : throw new InvalidDataException($"the chunk has no text {index}.");

    /// <summary>The id at an index.</summary>
    public EntityId Id(uint index)
    {
        var text = Text(index);
        if (_ids[index].Value.Length == 0)
            _ids[index] = EntityId.TryParse(text, out var id) ? id : throw new InvalidDataException($"'{text}' is no id: {EntityId.Rule}.");
        return _ids[index];
    }

    /// <summary>The text at an index, which is a valid id.</summary>
    public string ValidId(uint index) => Id(index).Value;

    /// <summary>The id at an index; null for the empty text.</summary>
    public EntityId? OptionalId(uint index) => Text(index).Length == 0 ? null : Id(index);

    /// <summary>The number at an index; null for the empty text.</summary>
    public decimal? Number(uint index)
    {
        if (index < texts.Count && _numbers[index] is { } known)
            return known;
        var text = Text(index);
        if (text.Length == 0)
            return null;
        _numbers[index] = DecimalText.TryParse(text, out var number) ? number : throw new InvalidDataException($"'{text}' is no number: {DecimalText.Rule}.");
        return number;
    }
}
