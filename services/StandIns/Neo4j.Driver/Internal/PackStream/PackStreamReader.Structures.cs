using Neo4j.Driver.Internal.Types;

namespace Neo4j.Driver.Internal.PackStream;

internal ref partial struct PackStreamReader
{
    private object ReadStructureValue()
    {
        Descend();
        var tag = ReadStructure(out var fields);
        try
        {
            return ReadFields(tag, fields);
        }
        catch (ArgumentException failure)
        {
            throw new ProtocolException($"A structure with the tag 0x{tag:X2} holds what it may not: {failure.Message}", failure);
        }
        finally
        {
            _depth--;
        }
    }

    private object ReadFields(byte tag, int fields) => tag switch
    {
        StructureTag.Node => ReadNode(fields),
        StructureTag.Relationship => ReadRelationship(fields),
        StructureTag.Path => ReadPath(fields),
        StructureTag.Date when Has(fields, 1, "date") => Temporal.DateOfEpochDay(ReadLong()),
        StructureTag.Time when Has(fields, 2, "time") => Temporal.OffsetTimeOf(ReadLong(), ReadLong()),
        StructureTag.LocalTime when Has(fields, 1, "local time") => Temporal.TimeOfNanoOfDay(ReadLong()),
        StructureTag.DateTime when Has(fields, 3, "date and time") => Temporal.Zoned(ReadLong(), ReadLong(), ReadLong()),
        StructureTag.DateTimeZoneId when Has(fields, 3, "date and time") => Temporal.Zoned(ReadLong(), ReadLong(), ReadKey()),
        StructureTag.LocalDateTime when Has(fields, 2, "local date and time") => Temporal.LocalOf(ReadLong(), ReadLong()),
        StructureTag.Duration when Has(fields, 4, "duration") => Temporal.DurationOf(ReadLong(), ReadLong(), ReadLong(), ReadLong()),
        StructureTag.Point2D when Has(fields, 3, "point") => new Point(Srid(ReadLong()), ReadDouble(), ReadDouble()),
        StructureTag.Point3D when Has(fields, 4, "point") => new Point(Srid(ReadLong()), ReadDouble(), ReadDouble(), ReadDouble()),
        _ => throw new ProtocolException($"Cannot understand a structure with the tag 0x{tag:X2} and {fields} fields"),
    };

    private Node ReadNode(int fields)
    {
        Has(fields, 4, "node");
        return new Node(ReadLong(), ReadKeys(), ReadMap(), ReadString());
    }

    private Relationship ReadRelationship(int fields)
    {
        Has(fields, 8, "relationship");
        var (id, start, end) = (ReadLong(), ReadLong(), ReadLong());
        var (type, properties) = (ReadKey(), ReadMap());
        return new Relationship(id, ReadString(), type, properties, new NodeKey(start, ReadString()), new NodeKey(end, ReadString()));
    }

    private GraphPath ReadPath(int fields)
    {
        Has(fields, 3, "path");
        var nodes = new Node[ReadListSize()];
        for (var i = 0; i < nodes.Length; i++)
            nodes[i] = ReadStructure(out var count) == StructureTag.Node ? ReadNode(count) : throw NotOfAPath("node");
        var relationships = new UnboundRelationship[ReadListSize()];
        for (var i = 0; i < relationships.Length; i++)
            relationships[i] = ReadUnbound();
        var steps = new long[ReadListSize()];
        for (var i = 0; i < steps.Length; i++)
            steps[i] = ReadLong();
        return PathSteps.Follow(nodes, relationships, steps);
    }

    private UnboundRelationship ReadUnbound()
    {
        if (ReadStructure(out var count) != StructureTag.UnboundRelationship)
            throw NotOfAPath("relationship");
        Has(count, 4, "relationship of a path");
        return new UnboundRelationship(ReadLong(), ReadKey(), ReadMap(), ReadString());
    }

    private static int Srid(long value) => value is >= int.MinValue and <= int.MaxValue
        ? (int)value
        : throw new ProtocolException($"A point has the coordinate system {value}, which is no 32-bit number");

    private static bool Has(int fields, int expected, string what) => fields == expected ? true
        : throw new ProtocolException($"A {what} has {expected} fields, and one with {fields} was received");

    private static ProtocolException NotOfAPath(string what) => new($"A path holds something that is no {what}");
}
