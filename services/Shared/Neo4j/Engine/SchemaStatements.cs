using GeoGraph.Core;
using GeoGraph.Neo4j.Format;
using Neo4j.Driver;

namespace GeoGraph.Neo4j.Engine;

/// <summary>Carries out changes of the schema, and makes a store where there is none.</summary>
internal static class SchemaStatements
{
    private const int Tries = 5;

    private static readonly Dictionary<string, object> None = [];

    private const string CreateQuery = """
        MERGE (s:GeoGraphStore {owner: $owner})
        ON CREATE SET s.schema = $schema, s.revision = 0, s.oldest = 0, s.labels = [], s.types = [], s.kinds = [], s.node_kinds = [], s.alias_kinds = []
        MERGE (h:GeoGraphHead {owner: $owner}) ON CREATE SET h.published = s.revision, h.committing = s.revision, h.oldest = s.oldest
        """;

    /// <summary>Creates what is absent, one after another; again where another process changes the schema at the same time.</summary>
    public static async Task CreateAsync(Database database, IEnumerable<SchemaItem> items, CancellationToken cancellationToken)
    {
        var present = await database.ReadAsync(static async transaction =>
        {
            var cursor = await transaction.RunAsync("SHOW INDEXES YIELD name RETURN name");
            return await cursor.ToListAsync(static record => (string)record[0]);
        }, cancellationToken);
        foreach (var item in items.ExceptBy(present, static item => item.Name))
            await CreateAsync(database, item, cancellationToken);
    }

    /// <summary>Makes the store with its constraints and indexes where it is absent, and gives its state.</summary>
    /// <exception cref="GeoGraphException">The store was written by a newer GeoGraph, and is left as it is; or the server is too old, or none of Neo4j's.</exception>
    public static async Task<StoreRecord> EnsureAsync(Database database, StoreNames names, CancellationToken cancellationToken)
    {
        ServerVersion.Check(await database.AgentAsync(cancellationToken));
        if (await FindAsync(database, names, cancellationToken) is { } known)
            return known.Schema == Schema.Version ? known : throw OtherSchema(known.Schema);
        await CreateAsync(database, Schema.ForDatabase().Concat(Schema.ForStore(names)), cancellationToken);
        await database.RunAloneAsync("CALL db.awaitIndexes(120)", None, cancellationToken);
        await database.RunAloneAsync(CreateQuery, new Dictionary<string, object> { ["owner"] = names.Owner, ["schema"] = (long)Schema.Version }, cancellationToken);
        return await FindAsync(database, names, cancellationToken) ?? throw Neo4jErrors.Unavailable("the database did not keep the store that was made in it.");
    }

    private static async Task CreateAsync(Database database, SchemaItem item, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await database.RunAloneAsync(item.Statement, None, cancellationToken);
                return;
            }
            catch (GeoGraphException error) when (attempt < Tries && IsRace(error))
            {
                // The other process has it by now, or the next attempt finds out.
            }
        }
    }

    private static Task<StoreRecord?> FindAsync(Database database, StoreNames names, CancellationToken cancellationToken) => database.ReadAsync(async transaction =>
    {
        var cursor = await transaction.RunAsync(StoreRecord.Query, new Dictionary<string, object> { ["owner"] = names.Owner });
        return await cursor.ToListAsync(StoreRecord.Read) is [var store] ? store : null;
    }, cancellationToken);

    private static bool IsRace(GeoGraphException error) => error.Reason == ErrorReason.WriteConflict
        || error.InnerException is Neo4jException { Code: { } code } && (code.StartsWith("Neo.TransientError.", StringComparison.Ordinal)
            || code is "Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists" or "Neo.ClientError.Schema.IndexAlreadyExists" or "Neo.ClientError.Schema.ConstraintAlreadyExists");

    /// <summary>The refusal of a store that another version of GeoGraph wrote.</summary>
    public static GeoGraphException OtherSchema(long schema) => Neo4jErrors.Unavailable(schema > Schema.Version
        ? $"the store in the database has schema {schema}, and this program knows schemas up to {Schema.Version}; use a newer GeoGraph."
        : $"the store in the database has schema {schema}, which no GeoGraph wrote.");
}
