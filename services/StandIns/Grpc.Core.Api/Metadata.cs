using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Grpc.Core;

/// <summary>Headers or trailers of a call: an ordered list of entries in which a key may repeat.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "The name is the package's.")]
public sealed partial class Metadata : IList<Metadata.Entry>
{
    /// <summary>The suffix of keys whose values are bytes.</summary>
    public const string BinaryHeaderSuffix = "-bin";

    /// <summary>A read-only collection without entries.</summary>
    public static readonly Metadata Empty = new() { IsReadOnly = true };

    private readonly List<Entry> entries = [];

    /// <summary>The number of entries.</summary>
    public int Count => entries.Count;

    /// <summary>True of <see cref="Empty"/> only.</summary>
    public bool IsReadOnly { get; private init; }

    public Entry this[int index]
    {
        get => entries[index];
        set
        {
            RefuseIfReadOnly();
            entries[index] = value ?? throw new ArgumentNullException(nameof(value));
        }
    }

    /// <summary>The last entry of a key, or null.</summary>
    public Entry? Get(string key) => entries.FindLast(entry => entry.Key == key);

    /// <summary>The text of the last entry of a key, or null.</summary>
    public string? GetValue(string key) => Get(key)?.Value;

    /// <summary>The bytes of the last entry of a key, or null.</summary>
    public byte[]? GetValueBytes(string key) => Get(key)?.ValueBytes;

    /// <summary>Every entry of a key, in order.</summary>
    public IEnumerable<Entry> GetAll(string key) => entries.Where(entry => entry.Key == key);

    public void Add(Entry item)
    {
        ArgumentNullException.ThrowIfNull(item);
        RefuseIfReadOnly();
        entries.Add(item);
    }

    public void Add(string key, string value) => Add(new Entry(key, value));

    public void Add(string key, byte[] valueBytes) => Add(new Entry(key, valueBytes));

    public void Insert(int index, Entry item)
    {
        ArgumentNullException.ThrowIfNull(item);
        RefuseIfReadOnly();
        entries.Insert(index, item);
    }

    public void RemoveAt(int index)
    {
        RefuseIfReadOnly();
        entries.RemoveAt(index);
    }

    public bool Remove(Entry item)
    {
        RefuseIfReadOnly();
        return entries.Remove(item);
    }

    public void Clear()
    {
        RefuseIfReadOnly();
        entries.Clear();
    }

    public int IndexOf(Entry item) => entries.IndexOf(item);

    public bool Contains(Entry item) => entries.Contains(item);

    public void CopyTo(Entry[] array, int arrayIndex) => entries.CopyTo(array, arrayIndex);

    public IEnumerator<Entry> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => entries.GetEnumerator();

    private void RefuseIfReadOnly()
    {
        if (IsReadOnly)
            throw new InvalidOperationException("This metadata collection is read-only.");
    }
}
