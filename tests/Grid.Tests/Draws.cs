namespace ColorDemo.Grid.Tests;

/// <summary>Answers drawn by given shares, the same in every run.</summary>
internal sealed class Draws(int seed)
{
    private readonly Random _random = new(seed);

    /// <returns>How many of the answers are of each kind.</returns>
    public long[] Next(double[] shares, int answers = 1)
    {
        var counts = new long[shares.Length];
        for (var answer = 0; answer < answers; answer++)
        {
            var (number, kind) = (_random.NextDouble(), 0);
            for (; kind < shares.Length - 1 && number >= shares[kind]; kind++)
            {
                number -= shares[kind];
            }

            counts[kind]++;
        }

        return counts;
    }

    /// <returns>The value that the given fraction of the values does not exceed.</returns>
    public static T Quantile<T>(IEnumerable<T> values, double fraction)
    {
        var ordered = values.Order().ToList();
        return ordered[(int)(fraction * (ordered.Count - 1))];
    }

    public static void Add(long[] totals, long[] counts)
    {
        for (var kind = 0; kind < totals.Length; kind++)
        {
            totals[kind] += counts[kind];
        }
    }
}
