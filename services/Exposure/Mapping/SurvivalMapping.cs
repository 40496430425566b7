using GeoGraph.Core;
using GeoGraph.Exposure.Survival;
using GeoGraph.Hosting.Wire;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure.Mapping;

/// <summary>How actors fare over time, as the contract writes it: where the unknown part of every input loses as much as it can.</summary>
internal static class SurvivalMapping
{
    private const int AmountPlaces = 4;

    public static Wire.Survival ToWire(NodeSurvival survival) => new()
    {
        ActorId = survival.Node.Value,
        SurvivesDays = survival.Worst.SurvivesDays.ToWire(),
        RecoversAfterDays = survival.Worst.RecoversAfterDays.ToWire(),
        GapDays = survival.Worst.GapDays.ToWire(),
        LostUsd = survival.Worst.LostUsd is { } lost ? DecimalText.Print(Math.Round(lost, AmountPlaces, MidpointRounding.ToEven)) : "",
        Stops =
        {
            survival.Worst.Shortfalls.Select(shortfall => new Wire.InputStop
            {
                InputGroup = shortfall.Group,
                Availability = DecimalText.Print(shortfall.Availability),
                ShortFromDay = DecimalText.Print(shortfall.ShortFromDay),
            }),
        },
        Steps = { survival.Worst.Steps.Select(step => new Wire.LevelStep { FromDay = DecimalText.Print(step.FromDay), Level = DecimalText.Print(step.Level) }) },
    };
}
