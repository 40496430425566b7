using System.Globalization;
using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Hosting.Wire;

namespace GeoGraph.Hosting.Stores;

/// <summary>Writes to a store on behalf of calls.</summary>
public static class StoreWrites
{
    private const string Updates = "updates[";

    /// <summary>Writes the changes of a call: all or none.</summary>
    /// <param name="store">The store.</param>
    /// <param name="changes">The changes, as updates of the graph; the numbers are those of the request.</param>
    /// <param name="cancellationToken">The call's end.</param>
    /// <exception cref="GeoGraphException">
    /// As the store refuses. Where one change alone can be meant, message and metadata (<c>change</c>) have its number.
    /// </exception>
    public static async Task<WriteReceipt> WriteAsync(this IGraphStore store, ChangesToWrite<GraphUpdate> changes, CancellationToken cancellationToken)
    {
        var batch = new WriteBatch
        {
            Updates = changes.Changes,
            RequestId = changes.RequestId.Length == 0 ? null : changes.RequestId,
            ValidateOnly = changes.ValidateOnly,
        };
        try
        {
            return await store.WriteAsync(batch, cancellationToken);
        }
        catch (GeoGraphException refusal) when (NumberOf(refusal, changes.Changes) is { } number)
        {
            throw new GeoGraphException(refusal.Reason, $"changes[{number}]: {refusal.Message}", refusal.Metadata.Append(new("change", number)), refusal.InnerException);
        }
    }

    // The store names what it refuses by id, and what is too large by its path, as updates[3].node.properties.
    private static string? NumberOf(GeoGraphException refusal, IReadOnlyList<GraphUpdate> updates)
    {
        if (refusal.Metadata.GetValueOrDefault("field") is { } field && field.StartsWith(Updates, StringComparison.Ordinal))
            return field[Updates.Length..field.IndexOf(']', StringComparison.Ordinal)];
        var name = refusal.Metadata.GetValueOrDefault("relation") ?? refusal.Metadata.GetValueOrDefault("resource_name");
        if (name is null || refusal.Violations.Count > 0)
            return null;
        var fitting = Enumerable.Range(0, updates.Count).Where(i => CanBeRefused(updates[i], name, refusal.Reason)).Take(2).ToList();
        return fitting.Count == 1 ? fitting[0].ToString(CultureInfo.InvariantCulture) : null;
    }

    private static bool CanBeRefused(GraphUpdate update, string name, ErrorReason reason) => update switch
    {
        Merge merge => merge.Duplicate.Value == name || merge.Survivor.Value == name,
        PutNode put => put.Node.Id.Value == name && (reason != ErrorReason.NotFound || put.Precondition != Precondition.None),
        PutRelation put => put.Relation.Id.Value == name && (reason != ErrorReason.NotFound || put.Precondition != Precondition.None),
        Delete delete => delete.Id.Value == name && delete.Precondition != Precondition.None,
        _ => false,
    };
}
