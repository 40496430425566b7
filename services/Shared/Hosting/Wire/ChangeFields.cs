using System.Globalization;
using GeoGraph.Core;
using GeoGraph.Core.Graph;
using Grpc.Core;

namespace GeoGraph.Hosting.Wire;

/// <summary>Changes to write together, with the settings of the write.</summary>
/// <typeparam name="T">One change.</typeparam>
/// <param name="Changes">The changes, in order.</param>
/// <param name="RequestId">Makes the write idempotent; empty for none.</param>
/// <param name="ValidateOnly">True to check everything and change nothing.</param>
public sealed record ChangesToWrite<T>(IReadOnlyList<T> Changes, string RequestId, bool ValidateOnly);

/// <summary>Reads the changes of a request or of a whole stream, numbered from its beginning, noting every rule that they break.</summary>
public static class ChangeFields
{
    private const int MaxChangesPerMessage = 10_000;

    // An import that is wrong all over is refused before it is read to its end.
    private const int EnoughViolations = 1000;

    /// <summary>Reads the changes of one request, of which there is at least one.</summary>
    /// <param name="fields">Collects the violations.</param>
    /// <param name="sent">What was sent.</param>
    /// <param name="read">Reads one change at a path; null where a violation was noted.</param>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.LimitExceeded"/> and <see cref="ErrorReason.InvalidRequest"/>.</exception>
    public static ChangesToWrite<TChange> ReadWrite<TWire, TChange>(this RequestFields fields, ChangesToWrite<TWire> sent, Func<string, TWire, TChange?> read)
        where TChange : class
    {
        CheckSizes(sent);
        if (sent.Changes.Count == 0)
            fields.Violations.Add("changes", "", "a write has at least one change");
        var changes = sent.Changes.Select((change, i) => read(RequestFields.At("changes", i), change)).OfType<TChange>().ToList();
        fields.ThrowIfAny();
        return new ChangesToWrite<TChange>(changes, sent.RequestId, sent.ValidateOnly);
    }

    /// <summary>Reads the changes of a stream; the first message has the settings. Reads no further after a thousand violations.</summary>
    /// <param name="fields">Collects the violations.</param>
    /// <param name="parts">The stream.</param>
    /// <param name="open">What a message holds.</param>
    /// <param name="read">Reads one change at a path; null where a violation was noted.</param>
    /// <param name="cancellationToken">The call's end.</param>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.LimitExceeded"/> and <see cref="ErrorReason.InvalidRequest"/>.</exception>
    public static async Task<ChangesToWrite<TChange>> ReadImportAsync<TPart, TWire, TChange>(
        this RequestFields fields, IAsyncStreamReader<TPart> parts, Func<TPart, ChangesToWrite<TWire>> open, Func<string, TWire, TChange?> read,
        CancellationToken cancellationToken)
        where TChange : class
    {
        var changes = new List<TChange>();
        var sent = 0;
        ChangesToWrite<TWire>? first = null;
        await foreach (var message in parts.ReadAllAsync(cancellationToken))
        {
            var part = open(message);
            first ??= part;
            CheckSizes(part);
            RequestFields.AtMost("changes", sent + part.Changes.Count, GraphLimits.MaxBatchUpdates);
            changes.AddRange(part.Changes.Select((change, i) => read(RequestFields.At("changes", sent + i), change)).OfType<TChange>());
            sent += part.Changes.Count;
            if (fields.Violations.Found.Count >= EnoughViolations)
                break;
        }
        fields.ThrowIfAny();
        return new ChangesToWrite<TChange>(changes, first?.RequestId ?? "", first?.ValidateOnly ?? false);
    }

    /// <summary>What must hold of a change's target: at most one of the three.</summary>
    /// <param name="fields">Collects the violations.</param>
    /// <param name="field">Path of the change.</param>
    /// <param name="absent">The field <c>must_be_absent</c>.</param>
    /// <param name="present">The field <c>must_be_present</c>.</param>
    /// <param name="unchangedSince">The field <c>unchanged_since</c>; null where it is not set.</param>
    public static Precondition ReadPrecondition(this RequestFields fields, string field, bool absent, bool present, long? unchangedSince)
    {
        if ((absent ? 1 : 0) + (present ? 1 : 0) + (unchangedSince is null ? 0 : 1) > 1)
            fields.Violations.Add(absent ? field + ".must_be_absent" : field + ".must_be_present", "true",
                "at most one of must_be_absent, must_be_present and unchanged_since is asked for");
        if (unchangedSince < 0)
            fields.Violations.Add(field + ".unchanged_since", unchangedSince.Value.ToString(CultureInfo.InvariantCulture), "a revision is zero or more");
        else if (unchangedSince is { } number)
            return Precondition.UnchangedSince(new Revision(number));
        return absent ? Precondition.Absent : present ? Precondition.Present : Precondition.None;
    }

    private static void CheckSizes<T>(ChangesToWrite<T> sent)
    {
        RequestFields.AtMost("changes", sent.Changes.Count, MaxChangesPerMessage);
        RequestFields.AtMost("request_id", sent.RequestId.Length, GraphLimits.MaxRequestIdLength);
    }
}
