using GeoGraph.Contracts.Common.V1;
using GeoGraph.Core;
using GeoGraph.Hosting;

namespace GeoGraph.Exposure.Duties;

/// <summary>From which state of tariffs a question of exposure is to be answered.</summary>
internal static class LawRead
{
    /// <summary>
    /// The state that the question asks for; an exact state that says nothing of the law leaves the law as it is now.
    /// </summary>
    public static ReadOptions? Of(ReadOptions? read)
    {
        if (read is null)
            return null;
        if (read.Exact.Length > 0 && RevisionToken.TryParse(read.Exact, out var exact))
            return exact.For(ServiceNames.Agreements) is null ? null : new ReadOptions { Exact = read.Exact };
        return read.AtLeast.Length > 0 ? new ReadOptions { AtLeast = read.AtLeast } : null;
    }
}
