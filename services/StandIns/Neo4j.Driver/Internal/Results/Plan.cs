using Neo4j.Driver.Internal.Messages;

namespace Neo4j.Driver.Internal.Results;

internal class Plan(IReadOnlyDictionary<string, object?> said, IList<IPlan> children) : IPlan
{
    public string OperatorType => said.Text("operatorType") ?? "";

    public IDictionary<string, object> Arguments { get; } = said.Map("args")?.ToDictionary(entry => entry.Key, entry => entry.Value!) ?? [];

    public IList<string> Identifiers { get; } = [.. said.Items<string>("identifiers")];

    public IList<IPlan> Children => children;

    public static IPlan From(Dictionary<string, object?> said) =>
        new Plan(said, [.. said.Items<Dictionary<string, object?>>("children").Select(From)]);
}
