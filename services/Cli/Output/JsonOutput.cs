using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;

namespace GeoGraph.Cli.Output;

/// <summary>Protobuf JSON: fields in order of number, two spaces an indentation, absent fields left out. The same message is always the same text.</summary>
internal static class JsonOutput
{
    private static readonly JsonFormatter s_lines = new(JsonFormatter.Settings.Default);

    private static readonly JsonFormatter s_formatter = new(
        JsonFormatter.Settings.Default
            .WithIndentation()
            .WithTypeRegistry(TypeRegistry.FromMessages(
                ErrorInfo.Descriptor, BadRequest.Descriptor, PreconditionFailure.Descriptor, ResourceInfo.Descriptor, RetryInfo.Descriptor)));

    /// <summary>The message as JSON text.</summary>
    public static string Of(IMessage message) => s_formatter.Format(message);

    /// <summary>The message as JSON on one line, for streams.</summary>
    public static string Line(IMessage message) => s_lines.Format(message);
}
