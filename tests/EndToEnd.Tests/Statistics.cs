namespace ColorDemo.EndToEnd.Tests;

/// <summary>Whether a count fits a declared share.</summary>
internal static class Statistics
{
    /// <summary>Chi-square with one degree of freedom; 23.9 is exceeded by chance once in a million times.</summary>
    private const double Limit = 23.9;

    public static double ChiSquare(int hits, int count, double percent)
    {
        var expected = count * percent / 100;
        return Math.Pow(hits - expected, 2) / expected + Math.Pow(hits - expected, 2) / (count - expected);
    }

    public static void AssertShare(int hits, int count, double percent) => Assert.True(
        ChiSquare(hits, count, percent) < Limit, $"{hits} of {count} is not {percent} %");
}
