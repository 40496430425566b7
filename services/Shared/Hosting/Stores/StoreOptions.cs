using System.ComponentModel.DataAnnotations;

namespace GeoGraph.Hosting.Stores;

/// <summary>Which database a service keeps its graph in; section <c>GeoGraph</c>.</summary>
public sealed class StoreOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "GeoGraph";

    /// <summary>The engine of a file per service.</summary>
    public const string Sqlite = "sqlite";

    /// <summary>The engine in memory, gone at the end of the process.</summary>
    public const string Memory = "memory";

    /// <summary>The engine on a server, as <see cref="Neo4jOptions"/> say.</summary>
    public const string Neo4j = "neo4j";

    /// <summary>The database engine.</summary>
    /// <value><c>sqlite</c> (a file per service), <c>memory</c> (gone at the end of the process) or <c>neo4j</c> (a server); default <c>sqlite</c>.</value>
    [Required, AllowedValues(Sqlite, Memory, Neo4j, ErrorMessage = "GeoGraph:Store is sqlite, memory or neo4j.")]
    public string Store { get; set; } = Sqlite;

    /// <summary>The folder of the database files (<c>actors.db</c>, <c>agreements.db</c>); created where absent. Only for <c>sqlite</c>.</summary>
    /// <value>A path, relative to the working directory unless rooted; default <c>geograph-data</c>.</value>
    [Required]
    public string Data { get; set; } = "geograph-data";
}
