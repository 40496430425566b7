using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Cli.Server;
using GeoGraph.Contracts.Common.V1;
using GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Cli.Commands;

/// <summary>The options that every exposure question shares: date and bounds.</summary>
internal sealed class QuestionOptions(Terminal terminal)
{
    private readonly Option<DateOnly?> _asOf = Values.Day("--as-of", "The date on which relations must hold; today where left out.");
    private readonly Option<int> _tiers = new("--tiers") { Description = "How many supply relations upstream are followed, 1 to 32.", HelpName = "n", DefaultValueFactory = _ => 8 };
    private readonly Option<int> _limit = Values.Limit();
    private readonly Option<Confidence> _confidence = Values.Word<Confidence>("--min-confidence", "Leave out facts below it.", EvidenceReflection.Descriptor);

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_asOf, _tiers, _limit, _confidence])
            command.Add(option);
    }

    /// <summary>The question as asked.</summary>
    public Question Of(ParseResult parsed, Session session) => new()
    {
        AsOf = (parsed.GetValue(_asOf) ?? terminal.Today).ToDate(),
        MaxTiers = parsed.GetValue(_tiers),
        Limit = parsed.GetValue(_limit),
        MinConfidence = parsed.GetValue(_confidence),
        Read = session.Read,
    };
}
