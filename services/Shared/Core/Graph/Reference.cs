namespace GeoGraph.Core.Graph;

/// <summary>A mention of another thing by id, in a role. Not checked for existence: the thing may live elsewhere.</summary>
/// <param name="Role">What the thing is to the mentioner, in snake case, as <c>party</c>, <c>product</c>, <c>transit</c>.</param>
/// <param name="Target">The thing's id.</param>
public sealed record Reference(string Role, EntityId Target);
