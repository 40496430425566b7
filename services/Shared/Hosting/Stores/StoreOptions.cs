using System.ComponentModel.DataAnnotations;

namespace GeoGraph.Hosting.Stores;

/// <summary>Which database a service keeps its graph in; section <c>GeoGraph</c>.</summary>
public sealed class StoreOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "GeoGraph";

    /// <summary>The database engine.</summary>
    /// <value><c>sqlite</c> (a file per service) or <c>memory</c> (gone at the end of the process); default <c>sqlite</c>.</value>
    [Required, AllowedValues("sqlite", "memory", ErrorMessage = "GeoGraph:Store is sqlite or memory.")]
    public string Store { get; set; } = "sqlite";

    /// <summary>The folder of the database files (<c>actors.db</c>, <c>agreements.db</c>); created where absent. Only for <c>sqlite</c>.</summary>
    /// <value>A path, relative to the working directory unless rooted; default <c>geograph-data</c>.</value>
    [Required]
    public string Data { get; set; } = "geograph-data";
}
