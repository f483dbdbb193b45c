namespace ColorDemo.Grid.Statistics;

/// <summary>The probability of a Pearson statistic at least as large, summed over all outcomes that have one.</summary>
public static class PearsonOutcomes
{
    /// <summary>Outcomes whose statistics differ only by rounding are equally far away.</summary>
    internal const double Rounding = 1e-9;

    /// <summary>In how many ways so many samples fall into so many kinds.</summary>
    public static double Number(long samples, int kinds)
    {
        var number = 1.0;
        for (var kind = 1; kind < kinds; kind++)
        {
            number *= (samples + kind) / (double)kind;
        }

        return number;
    }

    /// <param name="shares">None of them 0.</param>
    public static double P(double statistic, int samples, IReadOnlyList<double> shares)
    {
        var limit = statistic * (1 - Rounding);
        var logs = shares.Select(_ => new double[samples + 1]).ToArray();
        var parts = shares.Select(_ => new double[samples + 1]).ToArray();
        for (var count = 0; count <= samples; count++)
        {
            var logWays = LogGamma.Of(count + 1);
            for (var kind = 0; kind < shares.Count; kind++)
            {
                var expected = samples * shares[kind];
                logs[kind][count] = count * Math.Log(shares[kind]) - logWays;
                parts[kind][count] = (count - expected) * (count - expected) / expected;
            }
        }

        return Math.Min(1, From(0, samples, LogGamma.Of(samples + 1), 0));

        double From(int kind, int left, double log, double reached)
        {
            if (kind == shares.Count - 1)
            {
                return reached + parts[kind][left] < limit ? 0 : Math.Exp(log + logs[kind][left]);
            }

            var sum = 0.0;
            for (var count = 0; count <= left; count++)
            {
                sum += From(kind + 1, left - count, log + logs[kind][count], reached + parts[kind][count]);
            }

            return sum;
        }
    }
}
