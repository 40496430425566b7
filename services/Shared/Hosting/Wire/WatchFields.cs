using GeoGraph.Core;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace GeoGraph.Hosting.Wire;

/// <summary>What every watch keeps to.</summary>
public static class WatchFields
{
    /// <summary>The most changes of one revision that a watch tells.</summary>
    public const int MaxChanges = 100_000;

    /// <summary>The most bytes of one revision's message.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    private static readonly TimeSpan DefaultCheckpoint = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShortestCheckpoint = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestCheckpoint = TimeSpan.FromHours(1);

    /// <summary>How often an idle watch says that all is told: 100 ms to 1 h; 5 s where absent.</summary>
    public static TimeSpan ReadCheckpointEvery(this RequestFields fields, Duration? wire)
    {
        if (wire is null)
            return DefaultCheckpoint;
        var seconds = wire.Seconds + (wire.Nanos / 1_000_000_000m);
        if (seconds >= (decimal)ShortestCheckpoint.TotalSeconds && seconds <= (decimal)LongestCheckpoint.TotalSeconds)
            return TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond));
        fields.Violations.Add("checkpoint_every", seconds.ToString(null, null) + " s", "checkpoints are 100 ms to 1 h apart");
        return DefaultCheckpoint;
    }

    /// <summary>Gives the message of one revision, where it is not too large to send.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.RevisionExpired"/>: the reader starts over from an export.</exception>
    public static T Fitting<T>(this T message, Revision revision)
        where T : IMessage
    {
        CheckFits(revision, message.CalculateSize() <= MaxBytes);
        return message;
    }

    // One revision is one message; one that would not fit is loaded by an export instead, as after lost history.
    internal static void CheckFits(Revision revision, bool fits)
    {
        if (!fits)
            throw new GeoGraphException(ErrorReason.RevisionExpired, $"revision {revision} holds more changes than a watch tells; start over from an export.",
                [new("revision", revision.ToString()), new("oldest", revision.ToString())]);
    }
}
