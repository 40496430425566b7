namespace GeoGraph.Tests;

/// <summary>A test against a real Neo4j; skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class Neo4jFactAttribute : FactAttribute
{
    public Neo4jFactAttribute() => Skip = Neo4jInstallation.ReasonToSkip;
}

/// <summary>A theory against a real Neo4j; skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class Neo4jTheoryAttribute : TheoryAttribute
{
    public Neo4jTheoryAttribute() => Skip = Neo4jInstallation.ReasonToSkip;
}

/// <summary>A class whose tests, inherited ones too, all need a real Neo4j; each is skipped by name where there is none.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresNeo4jAttribute : Attribute;

/// <summary>Tests that share the process's one server.</summary>
[CollectionDefinition(Neo4jServer.Collection, DisableParallelization = true)]
public sealed class Neo4jCollection;
