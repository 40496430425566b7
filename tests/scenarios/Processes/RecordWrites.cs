using System.Reflection;
using GeoGraph.Agreements;
using GeoGraph.Cli.Server;
using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Common.V1;
using GeoGraph.Scenarios.Facts;
using Grpc.Core;
using Record = GeoGraph.Contracts.Agreements.V1.Record;

namespace GeoGraph.Scenarios.Processes;

/// <summary>Events in the agreements service.</summary>
internal sealed class RecordWrites : IWrites
{
    private const string Kind = "event:";

    public Assembly Program => typeof(AgreementsHost).Assembly;

    public string Database => "agreements.db";

    public async Task UpsertAsync(Session session, IEnumerable<string> names) =>
        await session.Agreements.UpsertRecordsAsync(new UpsertRecordsRequest { Changes = { names.Select(Change) } });

    public async Task ImportAsync(Session session, IReadOnlyList<IReadOnlyList<string>> parts, Func<int, Task<bool>> sent)
    {
        using var call = session.Agreements.ImportRecords();
        for (var i = 0; i < parts.Count; i++)
        {
            await call.RequestStream.WriteAsync(new ImportRecordsRequest { Changes = { parts[i].Select(Change) } });
            if (!await sent(i))
                return;
        }
        await call.RequestStream.CompleteAsync();
        await call;
    }

    public async Task<HashSet<string>> NamesAsync(Session session)
    {
        var names = new HashSet<string>();
        using var export = session.Agreements.ExportRecords(new ExportRecordsRequest());
        await foreach (var part in export.ResponseStream.ReadAllAsync())
            names.UnionWith((part.Chunk?.Records ?? []).Select(r => Questions.IdOf(r)[Kind.Length..]));
        return names;
    }

    private static RecordChange Change(string name) => new()
    {
        Record = new Record
        {
            Event = new Event
            {
                Id = Kind + name,
                Names = { new LocalName { Language = "en", Text = $"Event {name}" } },
                On = FactCheck.DayOf("2025-05-01"),
                Summary = "Made for a test.",
                Evidence = new Evidence { Inferred = true, Inference = "Made for a test." },
            },
        },
    };
}
