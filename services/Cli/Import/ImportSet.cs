using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Cli.Import;

/// <summary>What the files of one import hold together, ready to send.</summary>
/// <param name="Actors">Changes for the actors service: actors, relations, merges, deletions.</param>
/// <param name="Records">Changes for the agreements service.</param>
/// <param name="Problems">Every reason why nothing may be sent, in order of place. Empty where all is well.</param>
/// <param name="Unresolved">Ids that are named in the files and given by none of them; a store may have them.</param>
internal sealed record ImportSet(
    IReadOnlyList<PlacedChange<ActorChange>> Actors,
    IReadOnlyList<PlacedChange<RecordChange>> Records,
    IReadOnlyList<Problem> Problems,
    IReadOnlyList<Reference> Unresolved);
