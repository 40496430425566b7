using GeoGraph.Scenarios.Commands;
using GeoGraph.Scenarios.Duties;
using GeoGraph.Scenarios.Origins;

namespace GeoGraph.Scenarios.OnNeo4j;

/// <summary>The facts of the sources, from Neo4j.</summary>
[RequiresNeo4j, Collection(Neo4jWorld.Collection)]
public sealed class SeedFactsOnNeo4jTests(Neo4jWorld world) : SeedFactsTests(world);

/// <summary>The import of the starter data, into Neo4j.</summary>
[RequiresNeo4j, Collection(Neo4jWorld.Collection)]
public sealed class ImportOnNeo4jTests(Neo4jWorld world) : ImportTests(world);

/// <summary>Every command that asks, answered from Neo4j.</summary>
[RequiresNeo4j, Collection(Neo4jWorld.Collection)]
public sealed class AnswerCommandOnNeo4jTests(Neo4jWorld world) : AnswerCommandTests(world);

/// <summary>Commands on duties, answered from Neo4j.</summary>
[RequiresNeo4j, Collection(Neo4jWorld.Collection)]
public sealed class TariffCommandOnNeo4jTests(Neo4jWorld world) : TariffCommandTests(world);

/// <summary>What was paid against what was owed, with the law in Neo4j.</summary>
[RequiresNeo4j, Collection(Neo4jWorld.Collection)]
public sealed class ReconcileCommandOnNeo4jTests(Neo4jWorld world) : ReconcileCommandTests(world);

/// <summary>Worked answers from outside this project, with the law in Neo4j.</summary>
[RequiresNeo4j, Collection(Neo4jWorld.Collection)]
public sealed class AcceptanceDutyOnNeo4jTests(Neo4jWorld world) : AcceptanceDutyTests(world);

/// <summary>Answers worked out from the texts of the law, with the law in Neo4j.</summary>
[RequiresNeo4j, Collection(Neo4jWorld.Collection)]
public sealed class WorkedDutyOnNeo4jTests(Neo4jWorld world) : WorkedDutyTests(world);

/// <summary>Duties that several laws make up together, with the law in Neo4j.</summary>
[RequiresNeo4j, Collection(Neo4jWorld.Collection)]
public sealed class AlgebraOnNeo4jTests(Neo4jWorld world) : AlgebraTests(world);

/// <summary>The starter data under another law, with the law in Neo4j.</summary>
[RequiresNeo4j, Collection(Neo4jWorld.Collection)]
public sealed class AssumedLawOnNeo4jTests(Neo4jWorld world) : AssumedLawTests(world);

/// <summary>Quotas and clauses, with the law in Neo4j.</summary>
[RequiresNeo4j, Collection(Neo4jWorld.Collection)]
public sealed class QuotaAndClauseOnNeo4jTests(Neo4jWorld world) : QuotaAndClauseTests(world);

/// <summary>Fees beside the duty, with the law in Neo4j.</summary>
[RequiresNeo4j, Collection(Neo4jWorld.Collection)]
public sealed class FeeOnNeo4jTests(Neo4jWorld world) : FeeTests(world);

/// <summary>Rules of origin, with the law in Neo4j.</summary>
[RequiresNeo4j, Collection(Neo4jWorld.Collection)]
public sealed class OriginScenarioOnNeo4jTests(Neo4jWorld world) : OriginScenarioTests(world);

/// <summary>Commands on origin, answered from Neo4j.</summary>
[RequiresNeo4j, Collection(Neo4jWorld.Collection)]
public sealed class OriginCommandOnNeo4jTests(Neo4jWorld world) : OriginCommandTests(world);
