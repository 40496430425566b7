using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Agreements.V1;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace GeoGraph.Cli.Import;

/// <summary>Which kinds ids have: the part before the colon says what a thing is and which service owns it.</summary>
internal static class IdKinds
{
    private static readonly HashSet<string> s_ofActorsAlone = [.. Kinds(ActorReflection.Descriptor, nameof(ActorKind))];
    private static readonly HashSet<string> s_ofActors = [.. s_ofActorsAlone, .. Kinds(ActorReflection.Descriptor, nameof(RelationType))];
    private static readonly HashSet<string> s_ofRecords = [.. Kinds(RecordReflection.Descriptor, nameof(RecordKind))];

    /// <summary>The kinds of the actors service, of actors and of relations.</summary>
    public static IReadOnlySet<string> OfActors => s_ofActors;

    /// <summary>The kinds of actors, relations aside.</summary>
    public static IReadOnlySet<string> OfActorsAlone => s_ofActorsAlone;

    /// <summary>The kinds of the agreements service.</summary>
    public static IReadOnlySet<string> OfRecords => s_ofRecords;

    /// <summary>The part before the colon; empty where there is none.</summary>
    public static string KindOf(string id) => id.IndexOf(':') is var colon and > 0 ? id[..colon] : "";

    /// <summary>The kind that the id of an item must have; null where any kind of actor will do.</summary>
    public static string? Expected(Section section, IMessage item) => item switch
    {
        Relation { Type: not RelationType.Unspecified } relation => KindOf(ActorReflection.Descriptor, nameof(RelationType), (int)relation.Type),
        Actor { Kind: not ActorKind.Unspecified } actor => KindOf(ActorReflection.Descriptor, nameof(ActorKind), (int)actor.Kind),
        _ => section.RecordField is { } field ? WireNames.ToKind(field.Name) : null,
    };

    private static string KindOf(FileDescriptor file, string type, int number) =>
        WireNames.ToKind(WireNames.Short(file.FindTypeByName<EnumDescriptor>(type).FindValueByNumber(number)));

    private static IEnumerable<string> Kinds(FileDescriptor file, string type) =>
        file.FindTypeByName<EnumDescriptor>(type).Values.Skip(1).Select(v => WireNames.ToKind(WireNames.Short(v)));
}
