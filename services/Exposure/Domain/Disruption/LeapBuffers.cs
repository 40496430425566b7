namespace GeoGraph.Exposure.Disruption;

/// <summary>The changes of two sweeps round a circle, by position and lane, from which losses leap ahead to where they creep.</summary>
internal sealed class LeapBuffers
{
    // Changes below the first are rounding, and those below the second part of the largest are left; no leap is worth it below the third figure nor safe above the fourth.
    private const double Nothing = 1e-15;
    private const double Small = 0.01;
    private const double LeastRatio = 0.5;
    private const double MostRatio = 0.9999999;

    private double[] _before = [];
    private double[] _after = [];

    /// <summary>For the first sweep, all zero.</summary>
    public double[] Before(int length) => Cleared(ref _before, length);

    /// <summary>For the second sweep, all zero.</summary>
    public double[] After(int length) => Cleared(ref _after, length);

    /// <summary>How many times the last changes are at least still to come; zero where that is not worth a leap. Changes that are small beside the largest are left to creep.</summary>
    public static (double Factor, double From) Factor(double[] before, double[] after, int length, int lane)
    {
        var largest = 0.0;
        for (var i = lane; i < length; i += ShockScreen.Lanes)
            largest = Math.Max(largest, before[i]);
        var (ratio, from) = (double.PositiveInfinity, Math.Max(Nothing, largest * Small));
        for (var i = lane; i < length; i += ShockScreen.Lanes)
        {
            if (before[i] >= from)
                ratio = Math.Min(ratio, after[i] / before[i]);
        }
        ratio = Math.Min(ratio, MostRatio);
        return (ratio >= LeastRatio ? ratio / (1 - ratio) : 0, from);
    }

    private static double[] Cleared(ref double[] buffer, int length)
    {
        if (buffer.Length < length)
            buffer = new double[length];
        Array.Clear(buffer, 0, length);
        return buffer;
    }
}
