namespace ColorDemo.Grid.Statistics;

/// <summary>The probability of a Pearson statistic at least as large, estimated from drawn outcomes.</summary>
/// <remarks>
/// Source: A. C. A. Hope, Journal of the Royal Statistical Society B 30 (1968), 582-598: the observed outcome counts
/// as one of the drawn, so the test stays valid for any number of draws.
/// </remarks>
public static class PearsonDraws
{
    public const int MostSamples = 10_000;

    private const int MostOutcomes = 1_999;
    private const int LeastOutcomes = 199;
    private const int Work = 1_000_000;

    public static double P(double statistic, int samples, IReadOnlyList<double> shares)
    {
        // Always the same draws: the number on the page must not flicker while nothing happens.
        var random = new Random(samples);
        var outcomes = Math.Clamp(Work / samples, LeastOutcomes, MostOutcomes);
        var counts = new long[shares.Count];
        var asFar = 0;
        for (var outcome = 0; outcome < outcomes; outcome++)
        {
            Array.Clear(counts);
            for (var sample = 0; sample < samples; sample++)
            {
                counts[Draw(random.NextDouble(), shares)]++;
            }

            asFar += PearsonTest.StatisticOf(counts, shares) >= statistic * (1 - 1e-9) ? 1 : 0;
        }

        return (asFar + 1.0) / (outcomes + 1);
    }

    private static int Draw(double number, IReadOnlyList<double> shares)
    {
        var kind = 0;
        for (; kind < shares.Count - 1 && number >= shares[kind]; kind++)
        {
            number -= shares[kind];
        }

        return kind;
    }
}
