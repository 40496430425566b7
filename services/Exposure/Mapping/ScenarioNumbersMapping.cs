using GeoGraph.Exposure.Partners;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure.Mapping;

/// <summary>Numbers that records state, as scenarios change the records.</summary>
internal static class ScenarioNumbers
{
    /// <summary>The numbers after every change: those of a record that is put are its own alone, those of one that is removed are gone.</summary>
    public static IEnumerable<StatedNumber> Of(IEnumerable<StatedNumber> stated, Wire.Question? question)
    {
        var numbers = stated.ToList();
        foreach (var change in question?.Scenarios.SelectMany(scenario => scenario.Changes) ?? [])
        {
            var id = change.ChangeCase == Wire.ScenarioChange.ChangeOneofCase.PutActor ? change.PutActor.Id : change.RemoveId;
            numbers.RemoveAll(number => number.Of.Value == id);
            if (change.ChangeCase == Wire.ScenarioChange.ChangeOneofCase.PutActor)
                numbers.AddRange(PartnerMapping.Numbers(change.PutActor));
        }
        return numbers;
    }
}
