using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace GeoGraph.Scenarios.OnNeo4j;

/// <summary>Puts a text into every field of a message that takes one, a copy of the message for each.</summary>
internal static class TextFields
{
    private const int Deepest = 5;

    /// <summary>Copies of a message in which one text that it has is another, be it a field's, one of a list or of a map.</summary>
    public static IEnumerable<(string Path, IMessage Message)> Replaced(IMessage message, string text) => Paths(message, "").Select(path => (path.Name, path.Change(text)));

    /// <summary>Messages of a kind that hold one text only, one for each field at any depth that takes a text.</summary>
    public static IEnumerable<(string Path, IMessage Message)> Alone(MessageDescriptor kind, string text) => Alone(kind, text, Deepest);

    private static IEnumerable<(string Path, IMessage Message)> Alone(MessageDescriptor kind, string text, int deeper)
    {
        foreach (var field in kind.Fields.InDeclarationOrder())
        {
            if (field.FieldType == FieldType.String)
                yield return (field.Name, With(kind, field, text));
            else if (field.FieldType == FieldType.Message && !field.IsMap && deeper > 0)
            {
                foreach (var (path, inner) in Alone(field.MessageType, text, deeper - 1))
                    yield return ($"{field.Name}.{path}", With(kind, field, inner));
            }
        }
    }

    private static IMessage With(MessageDescriptor kind, FieldDescriptor field, object value)
    {
        var message = kind.Parser.ParseFrom([]);
        if (field.IsRepeated)
            ((System.Collections.IList)field.Accessor.GetValue(message)).Add(value);
        else
            field.Accessor.SetValue(message, value);
        return message;
    }

    private sealed record Place(string Name, Func<string, IMessage> Change);

    private static IEnumerable<Place> Paths(IMessage message, string prefix)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder().Where(field => field.ContainingOneof is null || field.ContainingOneof.Accessor.GetCaseFieldDescriptor(message) == field))
        {
            var name = prefix + field.Name;
            if (field.IsMap)
            {
                foreach (var key in ((System.Collections.IDictionary)field.Accessor.GetValue(message)).Keys.OfType<string>())
                    yield return new Place($"{name}[{key}]", text => Changed(message, field, copy => Map(copy, field)[key] = text));
            }
            else if (field.IsRepeated)
            {
                foreach (var place in Items(message, field, name))
                    yield return place;
            }
            else if (field.FieldType == FieldType.String && (string)field.Accessor.GetValue(message) != "")
                yield return new Place(name, text => Changed(message, field, copy => field.Accessor.SetValue(copy, text)));
            else if (field.FieldType == FieldType.Message && field.Accessor.GetValue(message) is IMessage inner)
            {
                foreach (var place in Paths(inner, name + "."))
                    yield return place with { Change = text => Changed(message, field, copy => field.Accessor.SetValue(copy, place.Change(text))) };
            }
        }
    }

    private static IEnumerable<Place> Items(IMessage message, FieldDescriptor field, string name)
    {
        var list = (System.Collections.IList)field.Accessor.GetValue(message);
        for (var i = 0; i < list.Count; i++)
        {
            var at = i;
            if (list[i] is string)
                yield return new Place($"{name}[{at}]", text => Changed(message, field, copy => List(copy, field)[at] = text));
            else if (list[i] is IMessage inner)
            {
                foreach (var place in Paths(inner, $"{name}[{at}]."))
                    yield return place with { Change = text => Changed(message, field, copy => List(copy, field)[at] = place.Change(text)) };
            }
        }
    }

    private static IMessage Changed(IMessage message, FieldDescriptor field, Action<IMessage> change)
    {
        var copy = message.Descriptor.Parser.ParseFrom(message.ToByteArray());
        change(copy);
        return copy;
    }

    private static System.Collections.IList List(IMessage message, FieldDescriptor field) => (System.Collections.IList)field.Accessor.GetValue(message);

    private static System.Collections.IDictionary Map(IMessage message, FieldDescriptor field) => (System.Collections.IDictionary)field.Accessor.GetValue(message);
}
