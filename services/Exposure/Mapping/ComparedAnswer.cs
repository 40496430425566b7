using GeoGraph.Core;
using Google.Protobuf;
using Google.Protobuf.Collections;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure.Mapping;

/// <summary>One figure of an answer.</summary>
/// <param name="Key">What it is of: ids and names, separated by " / ".</param>
/// <param name="Value">Decimal text; the least that it can be where it is a range. Empty where unknown.</param>
/// <param name="AtMost">The most that it can be; empty where it is exact or unknown.</param>
internal readonly record struct Figure(string Key, string Value, string AtMost = "")
{
    /// <summary>A figure of several ids.</summary>
    public static Figure Of(string value, string atMost, params IEnumerable<string> ids) => new(string.Join(" / ", ids), value, atMost);

    /// <summary>A count.</summary>
    public static Figure Count(string key, long count) => new(key, count.ToString(null, null));

    /// <summary>Something that an answer lists without a number: one where it does, none where it does not.</summary>
    public static Figure Listed(params IEnumerable<string> ids) => new(string.Join(" / ", ids), "1");
}

/// <summary>
/// Answers a question of both sides: the baseline, and where it has scenarios the world under them, with the figures that differ. A side that lacks what the
/// question names, or what the measure needs of it, has an empty answer that says so.
/// </summary>
internal static class ComparedAnswer
{
    /// <summary>The answer, where asking takes no other service.</summary>
    /// <param name="question">The question, of the baseline.</param>
    /// <param name="ask">Asks one side.</param>
    /// <param name="figures">The figures of an answer, in its order.</param>
    public static TResponse Answer<TResponse>(this OpenedQuestion question, Func<OpenedQuestion, TResponse> ask, Func<TResponse, IEnumerable<Figure>> figures)
        where TResponse : class, IMessage<TResponse>, new() =>
        question.AnswerAsync(side => Task.FromResult(ask(side)), figures).GetAwaiter().GetResult();

    /// <summary>The answer.</summary>
    /// <param name="question">The question, of the baseline.</param>
    /// <param name="ask">Asks one side.</param>
    /// <param name="figures">The figures of an answer, in its order.</param>
    public static async Task<TResponse> AnswerAsync<TResponse>(
        this OpenedQuestion question, Func<OpenedQuestion, Task<TResponse>> ask, Func<TResponse, IEnumerable<Figure>> figures)
        where TResponse : class, IMessage<TResponse>, new()
    {
        if (question.Scenario is not { } scenario)
            return await ask(question);
        var (baseline, absentBefore) = await TryAsync(question, question, ask);
        var (assumed, absentAfter) = await TryAsync(question, scenario, ask);
        if (baseline is null && assumed is null)
            throw absentBefore!.Reason == absentAfter!.Reason ? absentBefore : absentAfter;
        baseline ??= Absent(assumed!, question, $"The baseline has it not: {absentBefore!.Message}");
        assumed ??= Absent(baseline, scenario, $"The scenario has it not: {absentAfter!.Message}");
        Field<TResponse>("under_scenario").SetValue(baseline, assumed);
        ((RepeatedField<Wire.Difference>)Field<TResponse>("differences").GetValue(baseline))
            .AddRange(AnswerDifferences.Between(figures(baseline), IsWhole(baseline), figures(assumed), IsWhole(assumed)));
        return baseline;
    }

    private static async Task<(TResponse? Answer, GeoGraphException? Absent)> TryAsync<TResponse>(
        OpenedQuestion question, OpenedQuestion side, Func<OpenedQuestion, Task<TResponse>> ask)
        where TResponse : class
    {
        if (side.Missing(question) is { } missing)
            return (null, GeoGraphException.NotFound("actor", missing.Value));
        try
        {
            return (await ask(side), null);
        }
        catch (GeoGraphException refused) when (refused.Reason is ErrorReason.NotFound or ErrorReason.DataMissing)
        {
            return (null, refused);
        }
    }

    private static TResponse Absent<TResponse>(TResponse other, OpenedQuestion side, string sentence)
        where TResponse : class, IMessage<TResponse>, new()
    {
        var basis = BasisOf(other).Clone();
        basis.RelationIds.Clear();
        basis.Unknown.Clear();
        basis.Unknown.Add(sentence);
        basis.InferredShare = "0";
        basis.Completeness = new() { Complete = true };
        basis.ScenarioNames.Clear();
        basis.ScenarioNames.Add(side.Assumed.Names);
        var answer = new TResponse();
        Field<TResponse>("basis").SetValue(answer, basis);
        return answer;
    }

    private static bool IsWhole<TResponse>(TResponse answer)
        where TResponse : class, IMessage<TResponse>, new() => BasisOf(answer).Completeness.Complete;

    private static Wire.Basis BasisOf<TResponse>(TResponse answer)
        where TResponse : class, IMessage<TResponse>, new() => (Wire.Basis)Field<TResponse>("basis").GetValue(answer);

    private static Google.Protobuf.Reflection.IFieldAccessor Field<TResponse>(string name)
        where TResponse : class, IMessage<TResponse>, new() => new TResponse().Descriptor.FindFieldByName(name).Accessor;
}
