using GeoGraph.Core;
using GeoGraph.Exposure.Partners;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure.Mapping;

/// <summary>Numbers that records state, as scenarios change the records.</summary>
internal static class ScenarioNumbers
{
    /// <summary>The numbers after every change: those of a record that is put are its own alone, those of one that is removed are gone.</summary>
    /// <param name="stated">The numbers of the baseline.</param>
    /// <param name="question">The question with its scenarios.</param>
    /// <param name="current">What an id, which may be a former one, names now.</param>
    public static IEnumerable<StatedNumber> Of(IEnumerable<StatedNumber> stated, Wire.Question? question, Func<EntityId, EntityId> current)
    {
        var numbers = stated.Select(number => number.About is { } about ? number with { About = current(about) } : number).ToList();
        foreach (var change in question?.Scenarios.SelectMany(scenario => scenario.Changes) ?? [])
        {
            var isPut = change.ChangeCase == Wire.ScenarioChange.ChangeOneofCase.PutActor;
            if (!EntityId.TryParse(isPut ? change.PutActor.Id : change.RemoveId, out var named))
                continue;
            var id = current(named);
            numbers.RemoveAll(number => number.Of == id);
            if (isPut)
                numbers.AddRange(PartnerMapping.Numbers(change.PutActor).Select(number => number with { Of = id }));
        }
        return numbers;
    }
}
