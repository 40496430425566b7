namespace Neo4j.Driver.Internal.PackStream;

internal ref partial struct PackStreamReader
{
    private const int MaxDepth = 1000;

    /// <summary>
    /// Reads the next value, whatever it is: null, bool, long, double, string, byte[], List&lt;object&gt;,
    /// Dictionary&lt;string, object&gt;, or one of the types of nodes, time and space.
    /// </summary>
    public object? ReadValue()
    {
        var marker = Peek();
        if (marker is < 0x80 or >= 0xF0)
        {
            _position++;
            return Boxes.Of(unchecked((sbyte)marker));
        }
        switch (marker & 0xF0)
        {
            case Marker.TinyString: return ReadString();
            case Marker.TinyList: return ReadList();
            case Marker.TinyMap: return ReadMap();
            case Marker.TinyStructure: return ReadStructureValue();
        }
        return marker switch
        {
            Marker.Null => Nothing(),
            Marker.True or Marker.False => ReadBool() ? Boxes.True : Boxes.False,
            Marker.Float64 => ReadDouble(),
            >= Marker.Int8 and <= Marker.Int64 => Boxes.Of(ReadLong()),
            >= Marker.Bytes8 and <= Marker.Bytes32 => ReadBytes(),
            >= Marker.String8 and <= Marker.String32 => ReadString(),
            >= Marker.List8 and <= Marker.List32 => ReadList(),
            >= Marker.Map8 and <= Marker.Map32 => ReadMap(),
            Marker.Structure8 or Marker.Structure16 => ReadStructureValue(),
            _ => throw Unexpected("a value", marker),
        };
    }

    /// <summary>Reads a list of any values.</summary>
    public List<object?> ReadList()
    {
        Descend();
        var count = ReadListSize();
        var items = new List<object?>(count);
        for (var i = 0; i < count; i++)
            items.Add(ReadValue());
        _depth--;
        return items;
    }

    /// <summary>Reads a map of any values. Of a key that comes twice the last value stands.</summary>
    public Dictionary<string, object?> ReadMap()
    {
        Descend();
        var count = ReadMapSize();
        var map = new Dictionary<string, object?>(count);
        for (var i = 0; i < count; i++)
        {
            var key = ReadKey();
            map[key] = ReadValue();
        }
        _depth--;
        return map;
    }

    /// <summary>Reads a list of texts that are likely to come again, such as labels.</summary>
    public List<string> ReadKeys()
    {
        var count = ReadListSize();
        var keys = new List<string>(count);
        for (var i = 0; i < count; i++)
            keys.Add(ReadKey());
        return keys;
    }

    private object? Nothing()
    {
        _position++;
        return null;
    }

    private void Descend()
    {
        if (++_depth > MaxDepth)
            throw new ProtocolException($"A message holds values that are nested more than {MaxDepth} deep");
    }
}
