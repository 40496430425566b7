using GeoGraph.Core;

namespace GeoGraph.Neo4j.Writing;

/// <summary>What a batch found and what it left, by id, for nodes, relations or aliases.</summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class Slots<T>
    where T : class
{
    private readonly Dictionary<EntityId, Slot> _slots = [];

    /// <summary>One id's.</summary>
    public sealed class Slot
    {
        /// <summary>The version that the store holds; null where it holds none.</summary>
        public T? Found { get; init; }

        /// <summary>The version as the batch left it; null where there is none.</summary>
        public T? Current { get; set; }

        /// <summary>True where the batch began <see cref="Current"/>.</summary>
        public bool IsNew { get; set; }

        /// <summary>True where the batch began or ended a version that shows.</summary>
        public bool HasChanged => IsNew || !ReferenceEquals(Found, Current);
    }

    /// <summary>Ids with their slots.</summary>
    public IEnumerable<KeyValuePair<EntityId, Slot>> All => _slots;

    /// <summary>The slot of an id; null where nothing is known of it.</summary>
    public Slot? Of(EntityId id) => _slots.GetValueOrDefault(id);

    /// <summary>The current record of an id; null where there is none.</summary>
    public T? Current(EntityId id) => _slots.TryGetValue(id, out var slot) ? slot.Current : null;

    /// <summary>Takes in what the store holds; what is known already stays.</summary>
    public void Found(EntityId id, T record) => _slots.TryAdd(id, new Slot { Found = record, Current = record });

    /// <summary>Begins a version.</summary>
    public void Begin(EntityId id, T record)
    {
        if (!_slots.TryGetValue(id, out var slot))
            _slots.Add(id, slot = new Slot());
        (slot.Current, slot.IsNew) = (record, true);
    }

    /// <summary>Ends the current version.</summary>
    public void End(EntityId id)
    {
        var slot = _slots[id];
        (slot.Current, slot.IsNew) = (null, false);
    }
}
