using GeoGraph.Core;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Clients;
using GeoGraph.Hosting.Feed;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.Options;
using Wire = GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Tariffs.Feed;

/// <summary>Where the law comes from: the agreements service, over gRPC.</summary>
internal sealed class LawSource(ServiceClients clients, IOptions<FeedOptions> options, TimeProvider time)
{
    private static readonly Wire.RecordKind[] Kinds =
        [Wire.RecordKind.Measure, Wire.RecordKind.StackingRule, Wire.RecordKind.GoodsList, Wire.RecordKind.ExchangeRate, Wire.RecordKind.OriginRule,
        Wire.RecordKind.TariffSchedule, Wire.RecordKind.TariffHeading, Wire.RecordKind.Quota];

    private readonly Wire.AgreementService.AgreementServiceClient _agreements = new(clients.For(ServiceNames.Agreements));

    /// <summary>A snapshot: the newest, or the one of just this revision.</summary>
    public async Task<LawRows> ExportAsync(Revision? exact, DateTime? deadline, CancellationToken cancellationToken)
    {
        var request = new Wire.ExportRecordsRequest { Kinds = { Kinds } };
        if (exact is { } revision)
            request.Read = new() { Exact = RevisionToken.Of(ServiceNames.Agreements, revision).ToString() };
        using var call = _agreements.ExportRecords(request, deadline: deadline, cancellationToken: cancellationToken);
        var rows = new LawRows();
        Wire.RecordExportHeader? header = null;
        await foreach (var part in call.ResponseStream.ReadAllAsync(cancellationToken))
        {
            header ??= part.Header;
            foreach (var record in part.Chunk?.Records ?? [])
                LawMapping.ReadInto(rows, record);
        }
        rows.Revision = LawMapping.ReadRevision(header?.RevisionToken ?? "", ServiceNames.Agreements);
        return rows;
    }

    /// <summary>Every change after a revision, until cancelled.</summary>
    public IAsyncEnumerable<Wire.WatchRecordsResponse> WatchAsync(Revision after, CancellationToken cancellationToken)
    {
        var request = new Wire.WatchRecordsRequest
        {
            After = RevisionToken.Of(ServiceNames.Agreements, after).ToString(),
            CheckpointEvery = Duration.FromTimeSpan(options.Value.CheckpointEvery),
            Kinds = { Kinds },
        };
        return WatchStream.ReadAsync(
            token => _agreements.WatchRecords(request, cancellationToken: token), options.Value.CheckpointEvery, time, cancellationToken);
    }
}
