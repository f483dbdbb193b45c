namespace ColorDemo.Grid.Statistics;

/// <summary>The probability of a Pearson statistic at least as large, estimated from drawn outcomes.</summary>
/// <remarks>
/// Source: A. C. A. Hope, Journal of the Royal Statistical Society B 30 (1968), 582-598: the observed outcome counts
/// as one of the drawn, so the test stays valid for any number of draws.
/// </remarks>
public static class PearsonDraws
{
    /// <summary>The observed one makes them 2,000; the standard error of p is at most 0.011.</summary>
    private const int Outcomes = 1_999;

    /// <param name="shares">None of them 0.</param>
    public static double P(double statistic, long samples, IReadOnlyList<double> shares)
    {
        // Always the same draws: the number on the page must not flicker while nothing happens.
        var random = new Random(unchecked((int)samples));
        var asFar = 0;
        for (var outcome = 0; outcome < Outcomes; outcome++)
        {
            asFar += Statistic(random, samples, shares) >= statistic * (1 - PearsonOutcomes.Rounding) ? 1 : 0;
        }

        return (asFar + 1.0) / (Outcomes + 1);
    }

    private static double Statistic(Random random, long samples, IReadOnlyList<double> shares)
    {
        var (left, share, statistic) = (samples, 1.0, 0.0);
        for (var kind = 0; kind < shares.Count; kind++)
        {
            var count = kind == shares.Count - 1 ? left : Binomial(random, left, Math.Min(1, shares[kind] / share));
            var expected = samples * shares[kind];
            statistic += (count - expected) * (count - expected) / expected;
            (left, share) = (left - count, share - shares[kind]);
        }

        return statistic;
    }

    /// <remarks>By inversion, from the most probable number outwards: a draw takes some standard deviations.</remarks>
    private static long Binomial(Random random, long samples, double share)
    {
        if (samples == 0 || share is 0 or 1)
        {
            return share is 1 ? samples : 0;
        }

        var mode = Math.Min(samples, (long)((samples + 1) * share));
        var odds = share / (1 - share);
        var top = Math.Exp(
            LogGamma.Of(samples + 1) - LogGamma.Of(mode + 1) - LogGamma.Of(samples - mode + 1)
            + mode * Math.Log(share) + (samples - mode) * Math.Log(1 - share));
        var (low, high, atLow, atHigh) = (mode, mode, top, top);
        var left = random.NextDouble() - top;
        while (left >= 0 && (low > 0 || high < samples) && atLow + atHigh > 0)
        {
            atHigh *= (samples - high) / (high + 1.0) * odds;
            high++;
            left -= atHigh;
            if (left < 0)
            {
                return high;
            }

            atLow *= low / (samples - low + 1.0) / odds;
            low--;
            left -= atLow;
            if (left < 0)
            {
                return low;
            }
        }

        return mode;
    }
}
