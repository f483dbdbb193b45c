namespace ColorDemo.ColorService.Tests;

/// <summary>Pearson's chi-square test, at a level where a fair draw fails once in a million runs.</summary>
internal static class Uniformity
{
    private const double NormalQuantile = 4.7534; // of 1 - 1e-6

    public static void Check<T>(IReadOnlyList<T> outcomes, IEnumerable<T> draws)
        where T : notnull
    {
        var counts = outcomes.ToDictionary(outcome => outcome, _ => 0);
        var total = 0;
        foreach (var draw in draws)
        {
            counts[draw]++; // an outcome that cannot be throws
            total++;
        }

        var expected = (double)total / outcomes.Count;
        var statistic = counts.Values.Sum(count => (count - expected) * (count - expected) / expected);
        Assert.InRange(statistic, 0, Limit(outcomes.Count - 1));
    }

    /// <summary>The quantile of chi-square by Wilson and Hilferty's approximation.</summary>
    private static double Limit(int freedom)
    {
        var spread = 2.0 / (9 * freedom);
        return freedom * Math.Pow(1 - spread + (NormalQuantile * Math.Sqrt(spread)), 3);
    }
}
