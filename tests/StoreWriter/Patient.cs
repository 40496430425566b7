using GeoGraph.Core;

namespace GeoGraph.StoreWriter;

/// <summary>Asks again while the store is away, or held by another writer.</summary>
internal static class Patient
{
    private static readonly TimeSpan s_between = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(3);

    public static async Task<T> CallAsync<T>(Func<Task<T>> call)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return await call();
            }
            catch (GeoGraphException refusal) when (refusal.Reason is ErrorReason.StoreUnavailable or ErrorReason.WriteConflict && TimeProvider.System.GetElapsedTime(start) < s_longest)
            {
                await Task.Delay(s_between);
            }
        }
    }
}
