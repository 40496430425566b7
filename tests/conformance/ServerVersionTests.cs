using GeoGraph.Core;
using GeoGraph.Neo4j.Engine;

namespace GeoGraph.Conformance;

/// <summary>Which servers the store in Neo4j takes; the names are those that servers of these versions give themselves.</summary>
public sealed class ServerVersionTests
{
    [Theory]
    [InlineData("Neo4j/5.23.0")]
    [InlineData("Neo4j/5.26.31")]
    [InlineData("Neo4j/5.27-aura")]
    [InlineData("Neo4j/2025.08.0")]
    public void Server_that_knows_the_statements_is_taken(string agent) => ServerVersion.Check(agent);

    [Theory]
    [InlineData("Neo4j/5.22.0", "the database is Neo4j 5.22, and 5.23 or later is needed.")]
    [InlineData("Neo4j/4.4.40", "the database is Neo4j 4.4, and 5.23 or later is needed.")]
    [InlineData("Neo4j/v5.11.0 compatible graph database server - Memgraph", "what answers at the database's address is not a Neo4j server of version 5 or later.")]
    [InlineData("", "what answers at the database's address is not a Neo4j server of version 5 or later.")]
    [InlineData(null, "what answers at the database's address is not a Neo4j server of version 5 or later.")]
    public void Older_server_or_another_program_is_refused(string? agent, string message)
    {
        var error = Assert.Throws<GeoGraphException>(() => ServerVersion.Check(agent));
        Assert.Equal((ErrorReason.StoreUnavailable, message), (error.Reason, error.Message));
    }
}
