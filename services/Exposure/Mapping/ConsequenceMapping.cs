using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Consequences;
using GeoGraph.Hosting.Wire;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure.Mapping;

/// <summary>Answers of the joined question as the contract writes them.</summary>
internal static class ConsequenceMapping
{
    /// <summary>The findings of the page in order, each with the cursor that goes on after it, and the basis of them all.</summary>
    public static (IReadOnlyList<Wire.Finding> Findings, Wire.Basis Basis) ToWire(OpenedQuestion question, ConsequenceRun run, ConsequenceTerms terms, SideRatesMapping rates)
    {
        var page = question.Cut(run.Found);
        var view = run.Side.View;
        var basis = rates.Seal(run.Side.ToBasis(
            ConsequenceMeasures.Joined, new Completeness(run.PrunedBy, view.Graph.NodeCount, view.Graph.Flows.Count), page.Items.SelectMany(consequence => consequence.Relations),
            run.Unknown, page.HasMore, terms.Parameters), question);
        var state = RevisionToken.TryParse(basis.RevisionToken, out var token) ? token : question.Loaded.Token;
        var findings = page.Items.Select((consequence, i) => ToWire(consequence, run.Side, question.Page.After(i + 1, state))).ToList();
        if (page.HasMore)
            basis.Completeness.Cursor = findings[^1].Cursor;
        return (findings, basis);
    }

    private static Wire.Finding ToWire(Consequence consequence, OpenedQuestion side, string cursor)
    {
        var inferred = consequence.Relations.Count(id => side.Loaded.Graph.IsInferred(id, ConsequenceMeasures.Joined.ReadsPassages));
        var wire = new Wire.Finding
        {
            AmountUsd = TariffFigures.Usd(consequence.AmountUsd),
            Sentence = consequence.Sentence,
            RelationIds = { consequence.Relations.Select(id => id.Value) },
            InferredShare = DecimalText.Print(consequence.Relations.Count == 0 ? 0m : ShareRange.Round((decimal)inferred / consequence.Relations.Count)),
            Cursor = cursor,
        };
        switch (consequence)
        {
            case InputLoss loss:
                wire.InputLoss = ToWire(loss);
                break;
            case DearerInput dearer:
                wire.LandedCost = TariffShockMapping.ToWire(dearer.Change);
                break;
            case SourceShift shift:
                wire.SourcingShift = ToWire(shift);
                break;
            case LoadChange load:
                wire.ChokepointLoad = ToWire(load);
                break;
            default:
                throw new InvalidOperationException($"{consequence.GetType()} is no consequence that is known.");
        }
        return wire;
    }

    private static Wire.InputLoss ToWire(InputLoss loss) => new()
    {
        ActorId = loss.Actor.Value,
        Stop = new Wire.InputStop
        {
            InputGroup = loss.Shortfall.Group,
            Availability = DecimalText.Print(loss.Shortfall.Availability),
            ShortFromDay = TariffFigures.Text(loss.Shortfall.ShortFromDay),
        },
        On = loss.On?.ToWire(),
        Survival = loss.Survival is { } survival ? SurvivalMapping.ToWire(survival) : null,
    };

    private static Wire.SourcingShift ToWire(SourceShift shift) => new()
    {
        BuyerId = shift.Buyer.Value,
        InputGroup = shift.Group,
        FromId = shift.From.Value,
        ToId = shift.To.Value,
        Reason = shift.Reason,
        Share = TariffFigures.Text(shift.Share),
        RelationIds = { shift.Relations.Select(id => id.Value) },
    };

    private static Wire.ChokepointLoad ToWire(LoadChange load) => new()
    {
        ChokepointId = load.Chokepoint.Value,
        BeforeUsdPerYear = TariffFigures.Usd(load.BeforeUsd),
        AfterUsdPerYear = TariffFigures.Usd(load.AfterUsd),
        ShareBefore = TariffFigures.Text(load.ShareBefore),
        ShareAfter = TariffFigures.Text(load.ShareAfter),
    };
}
