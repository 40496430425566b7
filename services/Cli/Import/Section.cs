using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Common.V1;
using Google.Protobuf.Reflection;

namespace GeoGraph.Cli.Import;

/// <summary>A section of a file: its name, and the message that its items are.</summary>
/// <param name="Name">The key in the file, in snake case.</param>
/// <param name="Item">The message of an item.</param>
/// <param name="RecordField">The field of <see cref="Record"/> that carries an item; null for what the agreements service does not own.</param>
internal sealed record Section(string Name, MessageDescriptor Item, FieldDescriptor? RecordField)
{
    /// <summary>The section of named sources.</summary>
    public static readonly Section Sources = new("sources", Source.Descriptor, null);

    /// <summary>The section of actors.</summary>
    public static readonly Section Actors = new("actors", Actor.Descriptor, null);

    /// <summary>The section of relations between actors.</summary>
    public static readonly Section Relations = new("relations", Relation.Descriptor, null);

    /// <summary>The section of actors' ids that become aliases of others.</summary>
    public static readonly Section Merges = new("merges", ActorMerge.Descriptor, null);

    /// <summary>The name of the section of ids to delete, whose items are plain texts.</summary>
    public const string Deletes = "deletes";

    /// <summary>All sections of messages: sources, actors, relations and merges, then one for each kind of record.</summary>
    public static readonly IReadOnlyList<Section> All = [Sources, Actors, Relations, Merges, .. Record.Descriptor.Oneofs[0].Fields.Select(OfRecords)];

    /// <summary>The names of all sections, as a message lists them.</summary>
    public static readonly string Names = string.Join(", ", All.Select(s => s.Name).Append(Deletes));

    /// <summary>The section of a name in snake case, or in the camel case that protobuf JSON uses.</summary>
    public static Section? Named(string name) => All.FirstOrDefault(s => s.Name == name || WireNames.ToCamelCase(s.Name) == name);

    private static Section OfRecords(FieldDescriptor field) => new(field.Name + "s", field.MessageType, field);
}
