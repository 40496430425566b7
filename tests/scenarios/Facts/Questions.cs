using GeoGraph.Cli.Server;
using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Common.V1;
using Google.Protobuf.Reflection;
using Google.Type;
using Record = GeoGraph.Contracts.Agreements.V1.Record;

namespace GeoGraph.Scenarios.Facts;

/// <summary>The questions that checks put to the services; lists are read to their last page.</summary>
internal sealed class Questions(Session session)
{
    private const int PageSize = 1000;

    public ActorService.ActorServiceClient Actors => session.Actors;

    public AgreementService.AgreementServiceClient Agreements => session.Agreements;

    public ReadOptions? Read => session.Read;

    /// <summary>The id of what a record carries.</summary>
    public static string IdOf(Record record)
    {
        var field = Record.Descriptor.Oneofs[0].Accessor.GetCaseFieldDescriptor(record);
        var item = (Google.Protobuf.IMessage)field.Accessor.GetValue(record);
        return (string)((MessageDescriptor)field.MessageType).FindFieldByName("id").Accessor.GetValue(item);
    }

    public async Task<Record> RecordAsync(string id) => (await Agreements.GetRecordAsync(new GetRecordRequest { Id = id, Read = Read })).Record;

    public Task<List<Record>> RecordsAsync(ListRecordsRequest request) => AllAsync(async token =>
    {
        var page = await Agreements.ListRecordsAsync(new ListRecordsRequest(request) { PageSize = PageSize, PageToken = token, Read = Read });
        return (page.Records, page.NextPageToken);
    });

    public Task<List<Claim>> ClaimsAsync(Date? saidBy = null) => AllAsync(async token =>
    {
        var page = await Agreements.ListClaimsAsync(new ListClaimsRequest { SaidBy = saidBy, PageSize = PageSize, PageToken = token, Read = Read });
        return (page.Claims, page.NextPageToken);
    });

    public Task<List<Binding>> BindingsAsync(Date on) => AllAsync(async token =>
    {
        var page = await Agreements.ListBindingsAsync(new ListBindingsRequest { AsOf = on, PageSize = PageSize, PageToken = token, Read = Read });
        return (page.Bindings, page.NextPageToken);
    });

    public Task<List<Negotiation>> NegotiationsAsync(ListNegotiationsRequest request) => AllAsync(async token =>
    {
        var page = await Agreements.ListNegotiationsAsync(new ListNegotiationsRequest(request) { PageSize = PageSize, PageToken = token, Read = Read });
        return (page.Negotiations, page.NextPageToken);
    });

    public Task<List<Moment>> TimelineAsync() => AllAsync(async token =>
    {
        var page = await Agreements.ListTimelineAsync(new ListTimelineRequest { PageSize = PageSize, PageToken = token, Read = Read });
        return (page.Moments, page.NextPageToken);
    });

    public Task<List<Measure>> MeasuresAsync(ListMeasuresRequest request) => AllAsync(async token =>
    {
        var page = await Agreements.ListMeasuresAsync(new ListMeasuresRequest(request) { PageSize = PageSize, PageToken = token, Read = Read });
        return (page.Measures, page.NextPageToken);
    });

    public Task<List<Relation>> RelationsAsync(ListRelationsRequest request) => AllAsync(async token =>
    {
        var page = await Actors.ListRelationsAsync(new ListRelationsRequest(request) { PageSize = PageSize, PageToken = token, Read = Read });
        return (page.Relations, page.NextPageToken);
    });

    private static async Task<List<T>> AllAsync<T>(Func<string, Task<(Google.Protobuf.Collections.RepeatedField<T> Items, string Next)>> pageAt)
    {
        var all = new List<T>();
        for (var token = ""; ;)
        {
            var (items, next) = await pageAt(token);
            all.AddRange(items);
            if (next.Length == 0)
                return all;
            token = next;
        }
    }
}
