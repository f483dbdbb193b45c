namespace ColorDemo.Grid.Statistics;

/// <summary>The natural logarithm of the gamma function, for positive arguments, to twelve digits.</summary>
/// <remarks>
/// Source: M. Abramowitz, I. A. Stegun, "Handbook of Mathematical Functions" (1964), 6.1.15 (recurrence) up to where
/// 6.1.41 (Stirling's series) is exact enough.
/// </remarks>
public static class LogGamma
{
    private const double SeriesFrom = 10;
    private static readonly double HalfLogOfTwoPi = Math.Log(2 * Math.PI) / 2;

    public static double Of(double x)
    {
        var passed = 1.0;
        for (; x < SeriesFrom; x++)
        {
            passed *= x;
        }

        var square = 1 / (x * x);
        var series = (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680))) / x;
        var large = (x - 0.5) * Math.Log(x) - x + HalfLogOfTwoPi + series;
        return passed.Equals(1.0) ? large : large - Math.Log(passed);
    }
}
