namespace ColorDemo.Grid.Statistics;

/// <summary>Where the probability of a <see cref="PearsonTest"/> comes from.</summary>
public enum PearsonMethod
{
    ChiSquare,
    Exact,
    Simulated,
}

/// <summary>Pearson's chi-square test of counts against declared shares, for one look at them.</summary>
/// <param name="P">
/// Beside a table that is looked at once, such as an export. It does not decide a verdict: whoever looks again and
/// again sooner or later finds it below any limit. <see cref="SplitTest.P"/> decides, and the sentence shows that one.
/// The same counts always give the same.
/// </param>
/// <remarks>
/// Source: K. Pearson, Philosophical Magazine 50 (1900), 157-175. From an expected count of five in each category on
/// (W. G. Cochran, Biometrics 10 (1954), 417-451) the chi-square distribution is near enough; below it all outcomes
/// are visited, or, when they are too many, some are drawn.
/// </remarks>
public sealed record PearsonTest(double Statistic, int Degrees, double P, PearsonMethod Method)
{
    public const double LeastExpected = 5;

    /// <summary>Beyond it, drawing is faster.</summary>
    public const int MostOutcomes = 20_000;

    /// <param name="shares">They sum to 1; a single answer where 0 is declared has the probability 0.</param>
    public static PearsonTest Of(IReadOnlyList<long> counts, IReadOnlyList<double> shares)
    {
        var declared = Enumerable.Range(0, shares.Count).Where(kind => shares[kind] > 0).ToList();
        var (seen, expected) = (declared.ConvertAll(kind => counts[kind]), declared.ConvertAll(kind => shares[kind]));
        var degrees = Math.Max(0, declared.Count - 1);
        if (seen.Sum() is var total && total < counts.Sum())
        {
            return new(double.PositiveInfinity, degrees, 0, PearsonMethod.Exact);
        }

        var statistic = StatisticOf(seen, expected);
        if (total == 0 || degrees == 0)
        {
            return new(0, degrees, 1, PearsonMethod.Exact);
        }

        if (expected.Min() * total < LeastExpected)
        {
            if (PearsonOutcomes.Number(total, declared.Count) <= MostOutcomes)
            {
                return new(statistic, degrees, PearsonOutcomes.P(statistic, (int)total, expected), PearsonMethod.Exact);
            }

            return new(statistic, degrees, PearsonDraws.P(statistic, total, expected), PearsonMethod.Simulated);
        }

        return new(
            statistic, degrees, ChiSquareDistribution.UpperTail(statistic, degrees), PearsonMethod.ChiSquare);
    }

    /// <param name="shares">None of them 0.</param>
    internal static double StatisticOf(IReadOnlyList<long> counts, IReadOnlyList<double> shares)
    {
        var (total, statistic) = (counts.Sum(), 0.0);
        for (var kind = 0; kind < counts.Count; kind++)
        {
            var expected = total * shares[kind];
            statistic += total == 0 ? 0 : (counts[kind] - expected) * (counts[kind] - expected) / expected;
        }

        return statistic;
    }
}
