namespace ColorDemo.Grid.Statistics;

/// <summary>The distribution that Pearson's statistic has when counts are large.</summary>
public static class ChiSquareDistribution
{
    private const double Exact = 1e-15;
    private const int MostTerms = 10_000;

    /// <summary>How probable a value of at least <paramref name="x"/> is: Q(degrees / 2, x / 2).</summary>
    /// <remarks>
    /// The regularised incomplete gamma function. Source: M. Abramowitz, I. A. Stegun, "Handbook of Mathematical
    /// Functions" (1964), 6.5.29 (series, for small x) and 6.5.31 (continued fraction, for large x).
    /// </remarks>
    public static double UpperTail(double x, int degrees)
    {
        var (a, half) = (degrees / 2.0, x / 2);
        if (double.IsPositiveInfinity(x))
        {
            return 0;
        }

        if (degrees == 0 || x <= 0)
        {
            return 1;
        }

        var scale = Math.Exp(a * Math.Log(half) - half - LogGamma.Of(a));
        return half < a + 1 ? 1 - scale * Series(a, half) : scale * Fraction(a, half);
    }

    private static double Series(double a, double x)
    {
        var (term, sum) = (1 / a, 1 / a);
        for (var n = 1; n < MostTerms && term > sum * Exact; n++)
        {
            term *= x / (a + n);
            sum += term;
        }

        return sum;
    }

    /// <remarks>From the front, by W. J. Lentz, Applied Optics 15 (1976), 668-671.</remarks>
    private static double Fraction(double a, double x)
    {
        var b = x + 1 - a;
        var (c, d) = (double.MaxValue, 1 / b);
        var fraction = d;
        for (var n = 1; n < MostTerms; n++)
        {
            var numerator = n * (a - n);
            b += 2;
            d = 1 / (b + numerator * d);
            c = b + numerator / c;
            fraction *= c * d;
            if (Math.Abs(c * d - 1) < Exact)
            {
                break;
            }
        }

        return fraction;
    }
}
