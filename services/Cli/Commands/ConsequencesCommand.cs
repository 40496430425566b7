using System.CommandLine;
using GeoGraph.Cli.Import;
using GeoGraph.Cli.Output;
using GeoGraph.Cli.Server;
using GeoGraph.Contracts.Exposure.V1;
using Grpc.Core;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph consequences</c>: what follows when an agreement ends, a measure changes, a strait closes or an actor is lost.</summary>
internal static class ConsequencesCommand
{
    public static Command Create(CommandSetting setting)
    {
        var of = Values.Ids("--of", "Only what follows for this actor; may be given more than once.");
        var days = Text("--days", "days", "How long a closure or loss lasts; for good where left out.");
        var put = new Option<string[]>("--put-measure") { Description = "Assume a measure: a file, YAML or JSON, with the fields of Measure; may be given more than once.", HelpName = "file", DefaultValueFactory = _ => [] };
        var remove = Values.Ids("--remove-measure", "Assume that a measure never was; may be given more than once.");
        var least = Text("--least", "usd", "Leave out findings of less.");
        var speed = Text("--speed", "knots", "The speed at sea in knots, 1 to 60; 14 where left out.");
        var passThrough = Text("--pass-through", "share", "The part of a duty that a seller adds to its price, 0 to 1; all where left out.");
        var question = new QuestionOptions(setting.Terminal, onIsDate: true);
        var command = new Command("consequences", "What follows: whose landed cost changes, which inputs stop on which day, which sourcing shifts, which straits carry it; the largest first.")
        {
            of, days, put, remove, least, speed, passThrough,
        }.WithExamples("geograph consequences --close chokepoint:taiwan-strait --days 60 --on 2026-02-01", "geograph what-if --end-agreement agreement:usmca --of US");
        command.Aliases.Add("what-if");
        question.AddTo(command);
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var request = new StreamConsequencesRequest
            {
                OfIds = { parsed.GetRequiredValue(of) },
                Days = parsed.GetValue(days) ?? "",
                LeastAmountUsd = parsed.GetValue(least) ?? "",
                SpeedKnots = parsed.GetValue(speed) ?? "",
                PassThrough = parsed.GetValue(passThrough) ?? "",
                Question = question.Of(parsed, session),
            };
            if (Measures(parsed.GetRequiredValue(put), parsed.GetRequiredValue(remove)) is { Changes.Count: > 0 } law)
                request.Question.Scenarios.Add(law);
            if (request.Question.Scenarios.Count == 0)
                throw new UsageException("say what changes: --close, --remove, --end-agreement, --put-measure, --remove-measure or --scenario");
            await ShowAsync(session, request, cancellationToken);
        });
    }

    private static async Task ShowAsync(Session session, StreamConsequencesRequest request, CancellationToken cancellationToken)
    {
        using var call = session.Exposure.StreamConsequences(request, cancellationToken: cancellationToken);
        var findings = new List<Finding>();
        await foreach (var response in call.ResponseStream.ReadAllAsync(cancellationToken))
        {
            if (session.IsJson)
                await session.LineAsync(response);
            else if (response.Finding is { } finding)
                findings.Add(finding);
            else
                await ConsequenceReport.ShowAsync(session, findings, response.Basis, cancellationToken);
        }
    }

    private static Scenario Measures(IReadOnlyList<string> put, IReadOnlyList<string> removed)
    {
        var scenario = new Scenario { Name = string.Join(", ", put.Select(file => $"measure of {Path.GetFileName(file)}").Concat(removed.Select(id => $"without {id}"))) };
        var problems = new List<Problem>();
        foreach (var file in put)
        {
            if (!File.Exists(file))
                throw new UsageException($"\"{file}\" is no file");
            using var text = File.OpenText(file);
            if (ScenarioFile.ReadMeasure(file, text, problems) is { } measure)
                scenario.Changes.Add(new ScenarioChange { PutMeasure = measure });
        }
        if (problems.Count > 0)
            throw new UsageException(string.Join(Environment.NewLine, problems));
        scenario.Changes.Add(removed.Select(id => new ScenarioChange { RemoveMeasureId = id }));
        return scenario;
    }

    private static Option<string?> Text(string name, string help, string description) => new(name) { Description = description, HelpName = help };
}
