using GeoGraph.Cli.Server;
using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Agreements.V1;
using Google.Type;
using Record = GeoGraph.Contracts.Agreements.V1.Record;

namespace GeoGraph.Scenarios.OnNeo4j;

/// <summary>Answers from the records of agreements, and from history.</summary>
internal static partial class ExampleAnswers
{
    private const string SpaceX = "firm:spacex";
    private static readonly int s_start = 20250401;
    private static readonly int s_end = 20250701;

    private static async Task<IEnumerable<string>> TreatiesAsync(Session session) =>
        from record in await RecordsAsync(session, RecordKind.Agreement)
        where record.Agreement.Clauses.Any(clause => clause.Kind == ClauseKind.Defense)
        select $"{record.Agreement.Id} | {record.Agreement.Names[0].Text} | [{string.Join(", ", record.Agreement.Parties.Select(party => party.PartyId))}]";

    private static async Task<IEnumerable<string>> MeasuresOfDealAsync(Session session) =>
        from record in await RecordsAsync(session, RecordKind.Measure)
        where record.Measure.ImplementsIds.Contains("agreement:us-jp-2025")
        select $"{record.Measure.Id} | {record.Measure.Authority} | {record.Measure.Duty}";

    private static async Task<IEnumerable<string>> ClashesAsync(Session session)
    {
        var claims = new Dictionary<string, Claim>();
        var request = new ListClaimsRequest { FlaggedOnly = true, PageSize = 1000, Read = session.Read };
        foreach (var claim in (await session.Agreements.ListClaimsAsync(request)).Claims)
            claims[claim.Id] = claim;
        return from claim in claims.Values
               from other in claim.ClashesWithIds
               where string.CompareOrdinal(claim.Id, other) < 0
               select $"{claim.Id} | {claim.Text} | {other} | {claims[other].Text}";
    }

    private static async Task<IEnumerable<string>> QuarterAsync(Session session) =>
        from record in await RecordsAsync(session, RecordKind.Event)
        where Number(record.Event.On) >= s_start && Number(record.Event.On) < s_end
        select $"{Text(record.Event.On)} | {record.Event.Id} | {record.Event.Names[0].Text}";

    private static async Task<IEnumerable<string>> MeasuresOnTaiwanAsync(Session session) =>
        from record in await RecordsAsync(session, RecordKind.Measure)
        let measure = record.Measure
        where measure.ImposedById == "state:US" && measure.Origins?.IncludeIds.Contains("state:TW") == true
            && (measure.Effective?.From is null || Number(measure.Effective.From) <= 20260201) && (measure.Effective?.To is null || Number(measure.Effective.To) > 20260201)
        select $"{measure.Authority} | {measure.Id} | {measure.Duty}";

    private static async Task<IEnumerable<string>> ChangesAsync(Session session)
    {
        var rows = new List<string>();
        using var watch = session.Actors.WatchActors(new WatchActorsRequest { After = "actors=1" });
        while (await watch.ResponseStream.MoveNext(CancellationToken.None))
        {
            var told = watch.ResponseStream.Current;
            var revision = told.RevisionToken["actors=".Length..];
            rows.AddRange(told.Actors.Select(actor => $"{revision} | {actor.Id} | written"));
            rows.AddRange(told.Relations.Select(relation => $"{revision} | {relation.Id} | written"));
            rows.AddRange(told.Aliases.Select(alias => $"{revision} | {alias.AliasId} | former id"));
            rows.AddRange(told.DeletedIds.Select(id => $"{revision} | {id} | gone"));
            if (revision == "3")
                break;
        }
        return rows;
    }

    private static async Task<IEnumerable<string>> EarlierAsync(Session session)
    {
        var before = (await RelationsAsync(session, request => request.Ids.Add(CypherExamples.Restated), s_first)).Single();
        var now = (await RelationsAsync(session, request => request.Ids.Add(CypherExamples.Restated))).Single();
        return [$"{before.FromId} | {before.ToId} | {before.Evidence.Confidence.ToString().ToUpperInvariant()} | {now.Revision}"];
    }

    private static async Task<IEnumerable<string>> FormerIdsAsync(Session session)
    {
        var rows = new List<string>();
        using var export = session.Actors.ExportActors(new ExportActorsRequest { Read = session.Read });
        while (await export.ResponseStream.MoveNext(CancellationToken.None))
        {
            if (export.ResponseStream.Current.Aliases is { } aliases)
                rows.AddRange(aliases.Aliases.Select(alias => $"{alias.AliasId} | {alias.SurvivorId} | [{string.Join(", ", alias.Names.Select(name => name.Text))}]"));
        }
        return rows;
    }

    private static async Task<IEnumerable<string>> GoneAsync(Session session)
    {
        static void ToSpaceX(ListRelationsRequest request)
        {
            request.Types_.Add(RelationType.Supplies);
            request.ToIds.Add(SpaceX);
        }
        var now = (await RelationsAsync(session, ToSpaceX)).Select(relation => relation.FromId).ToHashSet();
        return from relation in await RelationsAsync(session, ToSpaceX, s_first) where !now.Contains(relation.FromId) select $"{relation.FromId} | 3";
    }

    private static async Task<List<Record>> RecordsAsync(Session session, RecordKind kind)
    {
        var records = new List<Record>();
        var request = new ListRecordsRequest { Kinds = { kind }, PageSize = 1000, Read = session.Read };
        do
        {
            var page = await session.Agreements.ListRecordsAsync(request);
            records.AddRange(page.Records);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return records;
    }

    private static int Number(Date day) => (((day.Year * 100) + day.Month) * 100) + day.Day;

    private static string Text(Date day) => $"{day.Year:D4}-{day.Month:D2}-{day.Day:D2}";
}
