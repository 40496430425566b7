using System.Collections.Frozen;
using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>The nomenclatures in the data, by whose they are. Immutable.</summary>
internal sealed class NomenclatureTable
{
    /// <summary>No nomenclature: every code may be entered.</summary>
    public static readonly NomenclatureTable None = new([]);

    private readonly FrozenDictionary<EntityId, Nomenclature> _byOwner;

    private NomenclatureTable(IEnumerable<Nomenclature> all) =>
        _byOwner = all.ToFrozenDictionary(nomenclature => nomenclature.Schedule.ImposedById);

    /// <summary>
    /// Compiles schedules, the first by id where an owner has several. Headings of an owner without a schedule are not used: nothing says that they are the whole.
    /// </summary>
    public static NomenclatureTable Compile(IEnumerable<PublishedSchedule> schedules, IEnumerable<PublishedHeading> headings)
    {
        var lines = headings.ToLookup(heading => heading.ImposedById, heading => heading.Lines);
        return new NomenclatureTable(schedules
            .Where(schedule => schedule.Revisions.Count > 0)
            .GroupBy(schedule => schedule.ImposedById)
            .Select(group => group.MinBy(schedule => schedule.Id, StringComparer.Ordinal)!)
            .Select(schedule => new Nomenclature(schedule, lines[schedule.ImposedById].SelectMany(heading => heading))));
    }

    /// <summary>The nomenclature of a state or bloc; null where the data has none.</summary>
    public Nomenclature? Of(EntityId owner) => _byOwner.GetValueOrDefault(owner);

    /// <summary>The nomenclature of the first of some states and blocs that has one.</summary>
    public Nomenclature? OfAny(IReadOnlyList<EntityId> owners)
    {
        for (var i = 0; i < owners.Count; i++)
        {
            if (_byOwner.TryGetValue(owners[i], out var nomenclature))
                return nomenclature;
        }
        return null;
    }
}
