using Google.Rpc;

namespace Grpc.Core;

/// <summary>Describes exceptions to a developer at the other end.</summary>
public static class ExceptionExtensions
{
    /// <summary>The message and stack of an exception and of as many inner ones as asked for.</summary>
    public static DebugInfo ToRpcDebugInfo(this Exception exception, int innerDepth = 0)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var info = new DebugInfo { Detail = $"{exception.GetType().FullName}: {exception.Message}" };
        var depth = 0;
        for (var current = exception; current is not null && depth <= innerDepth; current = current.InnerException, depth++)
        {
            if (depth > 0)
                info.StackEntries.Add($"InnerException: {current.GetType().FullName}: {current.Message}");
            if (current.StackTrace is { } stack)
                info.StackEntries.AddRange(stack.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }

        return info;
    }
}
