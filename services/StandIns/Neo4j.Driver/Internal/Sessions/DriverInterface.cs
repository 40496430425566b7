namespace Neo4j.Driver.Internal.Sessions;

/// <summary>Which interface of the driver is used, by the numbers that servers count them under.</summary>
internal enum DriverInterface
{
    ManagedTransaction = 0,
    UnmanagedTransaction = 1,
    AutoCommit = 2,
    ExecutableQuery = 3,
}
