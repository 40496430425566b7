namespace GeoGraph.Exposure.Reliance;

/// <summary>
/// Solves y = r + A·y for a small circle of suppliers by elimination in decimal. I − A has an inverse without negative entries just where
/// every pivot is positive (a nonsingular M-matrix), so a circle that adds no value is told apart for certain.
/// </summary>
internal static class CircleElimination
{
    /// <summary>The most places that are solved so.</summary>
    public const int MostPlaces = 48;

    private const decimal LeastPivot = 0.000000000001m;
    private const decimal Largest = 1_000_000_000_000m;

    /// <summary>Solves in place.</summary>
    /// <param name="rows">I − A, and r in the last column; destroyed.</param>
    /// <returns>The solution; null where there is none, or none that is certain to the places of an answer.</returns>
    public static decimal[]? Solve(decimal[][] rows)
    {
        for (var k = 0; k < rows.Length; k++)
        {
            if (rows[k][k] < LeastPivot)
                return null;
            for (var i = k + 1; i < rows.Length; i++)
            {
                if (rows[i][k] != 0m && !Subtract(rows[i], rows[k], k))
                    return null;
            }
        }
        return Back(rows);
    }

    private static bool Subtract(decimal[] row, decimal[] pivotRow, int pivot)
    {
        var factor = row[pivot] / pivotRow[pivot];
        if (Math.Abs(factor) > Largest)
            return false;
        for (var j = pivot; j < row.Length; j++)
        {
            if (pivotRow[j] == 0m)
                continue;
            row[j] -= factor * pivotRow[j];
            if (Math.Abs(row[j]) > Largest)
                return false;
        }
        return true;
    }

    private static decimal[]? Back(decimal[][] rows)
    {
        var solution = new decimal[rows.Length];
        for (var i = rows.Length - 1; i >= 0; i--)
        {
            var sum = rows[i][^1];
            for (var j = i + 1; j < rows.Length; j++)
                sum -= rows[i][j] * solution[j];
            solution[i] = sum / rows[i][i];
            if (solution[i] > Largest)
                return null;
        }
        return solution;
    }
}
