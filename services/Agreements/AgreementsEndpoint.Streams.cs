using GeoGraph.Agreements.Mapping;
using GeoGraph.Agreements.Storage;
using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Stores;
using GeoGraph.Hosting.Wire;
using Grpc.Core;
using Wire = GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Agreements;

/// <summary>The feed: a snapshot, then every change.</summary>
internal sealed partial class AgreementsEndpoint
{
    public override async Task ExportRecords(
        Wire.ExportRecordsRequest request, IServerStreamWriter<Wire.ExportRecordsResponse> responseStream, ServerCallContext context)
    {
        var fields = new RequestFields();
        var labels = RecordMapping.Labels("kinds", request.Kinds, fields).ToHashSet(StringComparer.Ordinal);
        var graph = await OpenAsync(fields, fields.Read(request.Read, ServiceNames.Agreements), context);
        var records = graph.ExportAsync(context.CancellationToken).Where(stored => labels.Count == 0 || labels.Contains(RecordKinds.LabelOf(stored.Record.GetType())));
        var header = new Wire.RecordExportHeader { RevisionToken = Token(graph), Records = await records.CountAsync(context.CancellationToken) };
        await responseStream.WriteAsync(new Wire.ExportRecordsResponse { Header = header }, context.CancellationToken);
        await foreach (var chunk in ExportMapping.ToChunksAsync(records, context.CancellationToken))
            await responseStream.WriteAsync(chunk, context.CancellationToken);
    }

    public override async Task WatchRecords(
        Wire.WatchRecordsRequest request, IServerStreamWriter<Wire.WatchRecordsResponse> responseStream, ServerCallContext context)
    {
        var fields = new RequestFields();
        var labels = RecordMapping.Labels("kinds", request.Kinds, fields).ToHashSet(StringComparer.Ordinal);
        var after = fields.Token("after", request.After).For(ServiceNames.Agreements);
        var every = fields.ReadCheckpointEvery(request.CheckpointEvery);
        fields.ThrowIfAny();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, draining.WatchesEnd);
        await foreach (var changes in store.WatchFromAsync(after, every, ending.Token))
            await responseStream.WriteAsync(ToWire(changes, labels).Fitting(changes.Revision), ending.Token);
    }

    private static Wire.WatchRecordsResponse ToWire(ChangeSet changes, HashSet<string> labels)
    {
        var wire = new Wire.WatchRecordsResponse { RevisionToken = RevisionToken.Of(ServiceNames.Agreements, changes.Revision).ToString() };
        foreach (var change in changes.Changes)
        {
            if (change is DeletedRecord deleted)
                wire.DeletedIds.Add(deleted.Id.Value);
            else if (change is NodeRecord { Node: var node } && (labels.Count == 0 || labels.Contains(node.Label)))
                wire.Records.Add(StoredRecord.Of(node).ToWire());
        }
        return wire;
    }
}
