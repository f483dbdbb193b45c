namespace ColorDemo.Grid.Statistics;

/// <summary>The probability of a Pearson statistic at least as large, summed over all outcomes that have one.</summary>
public static class PearsonOutcomes
{
    /// <summary>Outcomes whose statistics differ only by rounding are equally far away.</summary>
    private const double Rounding = 1e-9;

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

    public static double P(double statistic, long samples, IReadOnlyList<double> shares)
    {
        var limit = statistic * (1 - Rounding);
        return Math.Min(1, From(0, samples, LogGamma.Of(samples + 1), 0));

        double From(int kind, long left, double logProbability, double reached)
        {
            if (kind == shares.Count - 1)
            {
                return reached + Part(kind, left) < limit ? 0 : Math.Exp(logProbability + Log(kind, left));
            }

            var sum = 0.0;
            for (var count = 0L; count <= left; count++)
            {
                sum += From(
                    kind + 1, left - count, logProbability + Log(kind, count), reached + Part(kind, count));
            }

            return sum;
        }

        double Log(int kind, long count) => count * Math.Log(shares[kind]) - LogGamma.Of(count + 1);

        double Part(int kind, long count) =>
            (count - samples * shares[kind]) * (count - samples * shares[kind]) / (samples * shares[kind]);
    }
}
