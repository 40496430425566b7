using System.Collections;
using GeoGraph.Contracts.Common.V1;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Date = Google.Type.Date;

namespace GeoGraph.Cli.Import;

/// <summary>
/// Builds messages from nodes by their descriptors, and tells every value that does not fit. Field names are in snake
/// case or as protobuf JSON has them, enum values short or whole, dates as 2025-04-05.
/// </summary>
internal sealed class MessageReader(List<Problem> problems)
{
    private readonly ScalarReader _scalars = new(problems);

    /// <summary>Every source used in the messages read so far.</summary>
    public List<SourceUse> SourceUses { get; } = [];

    /// <summary>Every id of another thing named in the messages read so far.</summary>
    public List<Reference> References { get; } = [];

    /// <summary>Reads a message. Null, with problems told, where the node is not a mapping.</summary>
    public IMessage? Read(Node node, MessageDescriptor type, string path)
    {
        if (node is not MapNode map)
        {
            problems.Add(new Problem(node.Place, path, node.Written, $"is {node.Shape}; {type.Name} is a mapping of its fields"));
            return null;
        }
        var message = type.Parser.ParseFrom(ByteString.Empty);
        var seen = new Dictionary<FieldDescriptor, Place>();
        foreach (var (key, value) in map.Entries)
        {
            if (FieldOf(type, key, path) is { } field && IsFirst(field, key, path, seen))
                Set(message, field, value, $"{path}.{field.Name}");
        }
        Check(message, map, path);
        return message;
    }

    private FieldDescriptor? FieldOf(MessageDescriptor type, ScalarNode key, string path)
    {
        var field = type.FindFieldByName(key.Text) ?? type.Fields.InDeclarationOrder().FirstOrDefault(f => f.JsonName == key.Text);
        if (field is null)
        {
            var names = string.Join(", ", type.Fields.InDeclarationOrder().Select(f => f.Name));
            problems.Add(new Problem(key.Place, path, key.Text, $"is no field of {type.Name}; its fields are {names}"));
        }
        return field;
    }

    private bool IsFirst(FieldDescriptor field, ScalarNode key, string path, Dictionary<FieldDescriptor, Place> seen)
    {
        if (seen.TryAdd(field, key.Place))
            return true;
        problems.Add(new Problem(key.Place, path, key.Text, $"is given twice; first at line {seen[field].Line}"));
        return false;
    }

    private void Set(IMessage message, FieldDescriptor field, Node node, string path)
    {
        if (node is ScalarNode { IsNull: true })
            problems.Add(new Problem(node.Place, path, "", "has no value; give one or leave the field out"));
        else if (field.IsRepeated)
            SetList((IList)field.Accessor.GetValue(message), field, node, path);
        else if (ReadOne(field, node, path) is { } value)
            field.Accessor.SetValue(message, value);
    }

    private void SetList(IList target, FieldDescriptor field, Node node, string path)
    {
        if (node is not ListNode list)
        {
            problems.Add(new Problem(node.Place, path, node.Written, $"is {node.Shape}; {field.Name} is a list, written [a, b] or with a dash a line"));
            return;
        }
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (ReadOne(field, list.Items[i], $"{path}[{i}]") is { } value)
                target.Add(value);
        }
    }

    private object? ReadOne(FieldDescriptor field, Node node, string path)
    {
        if (field.FieldType == FieldType.Message && (field.MessageType != Date.Descriptor || node is not ScalarNode))
            return Read(node, field.MessageType, path);
        if (node is not ScalarNode scalar)
        {
            problems.Add(new Problem(node.Place, path, "", $"is {node.Shape}; {field.Name} is a single value"));
            return null;
        }
        var value = _scalars.Read(field, scalar, path);
        if (value is string id && Reference.IsOne(field))
            References.Add(new Reference(id, scalar.Place, path));
        return value;
    }

    private void Check(IMessage message, MapNode map, string path)
    {
        switch (message)
        {
            case Source source:
                SourceUses.Add(new SourceUse(source, map.Place, path));
                break;
            case Period { From: not null, To: not null } period when ScalarReader.DayOf(period.To) <= ScalarReader.DayOf(period.From):
                problems.Add(new Problem(map.Place, path, $"{ScalarReader.DayOf(period.From):yyyy-MM-dd} to {ScalarReader.DayOf(period.To):yyyy-MM-dd}", "to must be later than from: to is the first date after the period"));
                break;
            case Date date when ScalarReader.DayOf(date) == default:
                problems.Add(new Problem(map.Place, path, $"{date.Year}-{date.Month}-{date.Day}", "is no date of the calendar"));
                break;
        }
    }
}
