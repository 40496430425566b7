namespace GeoGraph.Neo4jDriver.Tests.Hostile;

/// <summary>
/// What the test assembly does when it is run as a program: it connects a driver to the address given and says whether that
/// went well. So a test can connect in a process that trusts other certificates.
/// </summary>
internal static class ConnectingProgram
{
    public static async Task<int> Main(string[] arguments)
    {
        await using var driver = HostileServer.Driver(new Uri(arguments[0]));
        try
        {
            await driver.VerifyConnectivityAsync();
            return 0;
        }
        catch (Neo4jException failure)
        {
            await Console.Error.WriteLineAsync(failure.ToString());
            return 1;
        }
    }
}
