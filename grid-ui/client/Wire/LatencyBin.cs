namespace ColorDemo.Grid.Wire;

/// <param name="Bin">See <see cref="LatencyBin"/>.</param>
public readonly record struct LatencyCount(int Bin, int Count);

/// <summary>Latencies counted in bins that grow by a tenth, so that a percentile is right to 5 %.</summary>
public static class LatencyBin
{
    /// <summary>The upper bound of bin 0, in milliseconds.</summary>
    private const double First = 0.1;
    private const double Growth = 1.1;

    public static int Of(double milliseconds) =>
        milliseconds <= First ? 0 : (int)Math.Ceiling(Math.Log(milliseconds / First, Growth) - 1e-9);

    /// <summary>The middle of a bin, in milliseconds.</summary>
    public static double Middle(int bin) =>
        bin == 0 ? First / 2 : First * Math.Pow(Growth, bin - 0.5);

    /// <param name="counts">In any order; of several buckets too.</param>
    /// <param name="part">From 0 to 1; 0.95 is the 95th percentile.</param>
    /// <returns>Milliseconds; absent when nothing was counted.</returns>
    public static double? Percentile(IEnumerable<LatencyCount> counts, double part)
    {
        var bins = counts.OrderBy(one => one.Bin).ToList();
        var left = part * bins.Sum(one => (long)one.Count);
        foreach (var one in bins)
        {
            left -= one.Count;
            if (left <= 1e-9)
            {
                return Middle(one.Bin);
            }
        }

        return null;
    }
}
