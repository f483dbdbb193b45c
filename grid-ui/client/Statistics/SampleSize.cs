namespace ColorDemo.Grid.Statistics;

/// <summary>How many samples a <see cref="SplitWatch"/> needs.</summary>
public static class SampleSize
{
    /// <summary>The probability that so many samples are enough.</summary>
    public const double Power = 0.95;

    public const int Max = 10_000_000;

    /// <summary>The standard normal quantile of <see cref="Power"/>.</summary>
    private const double Z = 1.6448536269514722;

    /// <summary>
    /// To find that the shares are not <paramref name="declared"/> when they are <paramref name="actual"/>; at most
    /// <see cref="Max"/>.
    /// </summary>
    /// <remarks>
    /// The evidence is computed for the counts that are to be expected, moved towards the declared shares by as much as
    /// chance moves them in one of twenty cases (normal approximation, along the line between the two shares).
    /// </remarks>
    public static int ToFind(IReadOnlyList<double> declared, IReadOnlyList<double> actual)
    {
        var evidence = new DirichletMixture(declared);
        var distance = Math.Sqrt(declared.Zip(actual, Part).Sum());
        var impossible = declared.Zip(actual, (share, other) => share > 0 ? 0 : other).Sum();
        var (below, enough) = (0, 1);
        while (enough < Max && !IsEnough(enough))
        {
            (below, enough) = (enough, enough * 2);
        }

        while (enough - below > 1)
        {
            var middle = (below + enough) / 2;
            (below, enough) = IsEnough(middle) ? (below, middle) : (middle, enough);
        }

        return Math.Min(enough, Max);

        bool IsEnough(int samples)
        {
            // One answer where none is declared is proof; this many answers very likely hold one.
            if (Math.Pow(1 - impossible, samples) <= 1 - Power)
            {
                return true;
            }

            var unlucky = Math.Min(1, Z / (Math.Sqrt(samples) * distance));
            double[] counts = [.. declared.Zip(actual, (share, other) =>
                share > 0 ? samples * (other - unlucky * (other - share)) : 0)];
            return evidence.LogEvidence(counts) >= -Math.Log(SplitWatch.First * SplitTest.Level);
        }
    }

    private static double Part(double declared, double actual) =>
        declared.Equals(actual) ? 0 : (actual - declared) * (actual - declared) / actual;
}
