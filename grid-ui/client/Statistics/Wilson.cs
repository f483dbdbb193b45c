namespace ColorDemo.Grid.Statistics;

/// <summary>A range of percentages, 0 to 100.</summary>
public readonly record struct Interval(double Low, double High)
{
    public double Width => High - Low;
}

/// <summary>Wilson's score interval without continuity correction: within 0 to 100, honest for few samples.</summary>
/// <remarks>Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209-212.</remarks>
public static class Wilson
{
    /// <summary>The standard normal quantile of 0.975: two-sided 95 %.</summary>
    private const double Z = 1.959963984540054;

    /// <param name="count">Of <paramref name="total"/>. Of zero samples nothing is known: 0 to 100.</param>
    public static Interval Of95Percent(long count, long total)
    {
        if (total == 0)
        {
            return new(0, 100);
        }

        var (p, n) = ((double)count / total, (double)total);
        var center = p + Z * Z / (2 * n);
        var margin = Z * Math.Sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        var scale = 100 / (1 + Z * Z / n);
        // None and all reach the end; rounding would stop just before it.
        return new(count == 0 ? 0 : (center - margin) * scale, count == total ? 100 : (center + margin) * scale);
    }
}
