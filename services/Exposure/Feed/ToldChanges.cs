using System.Runtime.CompilerServices;
using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Core;
using GeoGraph.Exposure.Impacts;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Clients;
using GeoGraph.Hosting.Feed;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Options;

namespace GeoGraph.Exposure.Feed;

/// <summary>Reads the changes of actors and of the law as they come. Failures are those of the services, as REVISION_EXPIRED.</summary>
internal sealed class ToldChanges(ActorsSource actors, ServiceClients clients, IOptions<FeedOptions> options, TimeProvider time)
{
    private static readonly RecordKind[] Law =
        [RecordKind.Measure, RecordKind.StackingRule, RecordKind.GoodsList, RecordKind.ExchangeRate, RecordKind.OriginRule, RecordKind.TariffSchedule, RecordKind.TariffHeading, RecordKind.Quota, RecordKind.Agreement];

    private readonly AgreementService.AgreementServiceClient _agreements = new(clients.For(ServiceNames.Agreements));

    /// <summary>True where the law can be followed: agreements and tariffs have addresses.</summary>
    public bool FollowsLaw => clients.Knows(ServiceNames.Agreements) && clients.Knows(ServiceNames.Tariffs);

    /// <summary>The revision that agreements are at.</summary>
    public async Task<Revision> AgreementsNowAsync(CancellationToken cancellationToken)
    {
        var page = await _agreements.ListRecordsAsync(new ListRecordsRequest { Kinds = { RecordKind.Agreement }, PageSize = 1 }, cancellationToken: cancellationToken);
        return RevisionOf(page.RevisionToken, ServiceNames.Agreements);
    }

    /// <summary>What actors change after a revision, until cancelled.</summary>
    public async IAsyncEnumerable<ToldChange> ActorsAsync(Revision after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var told in actors.WatchAsync(after, cancellationToken))
        {
            var ids = told.DeletedIds.Concat(told.Actors.Select(actor => actor.Id)).Concat(told.Relations.Select(relation => relation.Id)).Concat(told.Aliases.Select(alias => alias.AliasId));
            var movesLaw = told.DeletedIds.Count > 0 || told.Relations.Any(relation => relation.Type == Contracts.Actors.V1.RelationType.MemberOf) || told.Aliases.Count > 0;
            yield return new ToldChange(ServiceNames.Actors, RevisionOf(told.RevisionToken, ServiceNames.Actors), Ids(ids), movesLaw);
        }
    }

    /// <summary>What changes of the law after a revision, until cancelled.</summary>
    public async IAsyncEnumerable<ToldChange> LawAsync(Revision after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var every = options.Value.CheckpointEvery;
        var request = new WatchRecordsRequest { After = RevisionToken.Of(ServiceNames.Agreements, after).ToString(), CheckpointEvery = Duration.FromTimeSpan(every), Kinds = { Law } };
        await foreach (var told in WatchStream.ReadAsync(token => _agreements.WatchRecords(request, cancellationToken: token), every, time, cancellationToken))
        {
            var ids = Ids(told.DeletedIds.Concat(told.Records.Select(IdOf)));
            yield return new ToldChange(ServiceNames.Agreements, RevisionOf(told.RevisionToken, ServiceNames.Agreements), ids, ids.Count > 0);
        }
    }

    // Every kind of record has a field id of its own.
    private static string IdOf(Record record)
    {
        var field = Record.Descriptor.Oneofs[0].Accessor.GetCaseFieldDescriptor(record);
        var message = field?.Accessor.GetValue(record) as Google.Protobuf.IMessage;
        return message?.Descriptor.FindFieldByName("id")?.Accessor.GetValue(message) as string ?? "";
    }

    private static IReadOnlyList<EntityId> Ids(IEnumerable<string> texts) => [.. texts.Select(text => EntityId.TryParse(text, out var id) ? id : default).Where(id => id != default).Distinct().Order()];

    private static Revision RevisionOf(string text, string service) => RevisionToken.TryParse(text, out var token) && token.For(service) is { } revision
        ? revision : throw new InvalidDataException($"{service} told the token '{text}', which names no revision of it.");
}
