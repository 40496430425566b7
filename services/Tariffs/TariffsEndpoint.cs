using GeoGraph.Core;
using GeoGraph.Hosting.Errors;
using GeoGraph.Hosting.Wire;
using GeoGraph.Tariffs.Feed;
using GeoGraph.Tariffs.Mapping;
using Grpc.Core;
using Wire = GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Tariffs;

/// <summary>The tariffs service over gRPC.</summary>
internal sealed partial class TariffsEndpoint(ScheduleReads schedules, AssumedSchedules assumed) : Wire.TariffService.TariffServiceBase
{
    private const int MaxBatchEntries = 1000;

    public override async Task<Wire.CalculateDutyResponse> CalculateDuty(Wire.CalculateDutyRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var entry = EntryMapping.ToDomain("entry", request.Entry, fields);
        var law = new AskedLaw(QuestionMapping.ToDomain(request.Question, fields), QuestionMapping.ToDomain(request.Detail, fields));
        var state = await OpenAsync(request.Read, request.Question, fields, context);
        EntryMapping.ThrowIfAny("entry", entry, state.Schedule, fields);
        return new Wire.CalculateDutyResponse { Result = Price(state, "entry", request.Entry, entry, law), RevisionToken = state.TokenText };
    }

    public override async Task<Wire.BatchCalculateDutyResponse> BatchCalculateDuty(Wire.BatchCalculateDutyRequest request, ServerCallContext context)
    {
        RequestFields.AtMost("entries", request.Entries.Count, MaxBatchEntries);
        var fields = new RequestFields();
        if (request.Entries.Count == 0)
            fields.Violations.Add("entries", "", "there is at least one entry");
        var law = new AskedLaw(QuestionMapping.ToDomain(request.Question, fields), QuestionMapping.ToDomain(request.Detail, fields));
        var state = await OpenAsync(request.Read, request.Question, fields, context);
        fields.ThrowIfAny();
        var response = new Wire.BatchCalculateDutyResponse { RevisionToken = state.TokenText };
        for (var i = 0; i < request.Entries.Count; i++)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            response.Items.Add(PriceItem(state, i, request.Entries[i], law));
        }
        return response;
    }

    public override async Task<Wire.GetRateTimelineResponse> GetRateTimeline(Wire.GetRateTimelineRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var from = fields.RequiredDate("from", request.From);
        var to = fields.RequiredDate("to", request.To);
        var entry = EntryMapping.ToDomain("entry", request.Entry, fields, from);
        var question = QuestionMapping.ToDomain(request.Question, fields);
        QuestionMapping.CheckSpan(from, to, fields);
        var state = await OpenAsync(request.Read, request.Question, fields, context);
        EntryMapping.ThrowIfAny("entry", entry, state.Schedule, fields);
        var asked = new TimelineQuestion(entry, from, to.AddDays(1), question);
        var steps = EntryMapping.WithPath("entry", () => RateTimeline.Between(state.Schedule, asked, context.CancellationToken));
        return new Wire.GetRateTimelineResponse
        {
            Steps = { steps.Select(step => QuestionMapping.ToWire(step, request.Entry, entry, state.Schedule)) },
            RevisionToken = state.TokenText,
        };
    }

    private static Wire.DutyResult Price(LoadedSchedule state, EntryPath at, Wire.Entry wire, Entry entry, AskedLaw law)
    {
        var answer = EntryMapping.WithPath(at, () => state.Calculator.Calculate(entry, law.Question, law.Detail));
        return AnswerMapping.ToWire(answer, wire.Id, entry, state.Schedule, law.Detail);
    }

    private static Wire.BatchItem PriceItem(LoadedSchedule state, int place, Wire.Entry wire, AskedLaw law)
    {
        try
        {
            var (fields, at) = (new RequestFields(), new EntryPath("entries", place));
            var entry = EntryMapping.ToDomain(at, wire, fields);
            EntryMapping.ThrowIfAny(at, entry, state.Schedule, fields);
            return new Wire.BatchItem { Result = Price(state, at, wire, entry, law) };
        }
        catch (GeoGraphException refused)
        {
            return new Wire.BatchItem { Error = StatusMapping.ToStatus(refused) };
        }
    }

    /// <summary>
    /// Opens the schedule of the state asked for, as the question assumes the law; what breaks a rule is noted, so that the caller tells it with the rest.
    /// </summary>
    private async Task<LoadedSchedule> OpenAsync(Contracts.Common.V1.ReadOptions? read, Wire.DutyQuestion? question, RequestFields fields, ServerCallContext context)
    {
        var state = await schedules.OpenAsync(QuestionMapping.ToWanted(read, fields), context.Deadline, context.CancellationToken);
        return await assumed.OpenAsync(state, question?.Overlay, fields, context.CancellationToken);
    }

    /// <summary>In which view of the law entries are priced, and how much is told.</summary>
    private sealed record AskedLaw(DutyQuestion Question, AnswerDetail Detail);
}
