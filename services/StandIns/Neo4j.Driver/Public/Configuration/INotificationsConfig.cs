#nullable disable

namespace Neo4j.Driver;

/// <summary>Which notifications a server is asked for.</summary>
public interface INotificationsConfig
{
}
