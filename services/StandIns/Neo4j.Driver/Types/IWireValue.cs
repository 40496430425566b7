using Neo4j.Driver.Internal.PackStream;

namespace Neo4j.Driver.Internal.Types;

/// <summary>A value that PackStream has a structure for and that may be sent as a parameter.</summary>
internal interface IWireValue
{
    void WriteTo(PackStreamWriter writer);
}
