namespace ColorDemo.Grid.Statistics;

/// <summary>The weight that a declared one is most easily mistaken for, and how many samples tell them apart.</summary>
/// <param name="Declared">Percent.</param>
/// <param name="Other">Percent.</param>
/// <param name="Samples">After so many without a finding, the other one is ruled out.</param>
public sealed record Doubt(double Declared, double Other, int Samples)
{
    /// <summary>Of all declared shares the one that takes longest.</summary>
    /// <param name="shares">They sum to 1; the last is that of what is not declared, 0.</param>
    public static Doubt Of(IReadOnlyList<double> shares) =>
        Enumerable.Range(0, shares.Count).Where(kind => shares[kind] > 0)
            .Select(kind => Of(shares, kind))
            .MaxBy(doubt => doubt.Samples) ?? new(0, 0, 1);

    private static Doubt Of(IReadOnlyList<double> shares, int kind)
    {
        var other = NearestOther(100 * shares[kind]);
        var (share, rest) = (other / 100, 1 - shares[kind]);
        var actual = shares.Select(one => rest > 1e-9 ? one / rest * (1 - share) : 0).ToArray();
        actual[kind] = share;
        actual[^1] += 1 - actual.Sum();
        return new(100 * shares[kind], other, SampleSize.ToFind(shares, actual));
    }

    /// <summary>
    /// Weights are chosen in steps of ten, near the ends in smaller ones: ten points towards the middle, where chance
    /// is larger; twice a weight below ten; 5 % beside 0 and 95 % beside 100.
    /// </summary>
    public static double NearestOther(double percent) => percent switch
    {
        > 50 => 100 - NearestOther(100 - percent),
        < 1e-9 => 5,
        < 10 => 2 * percent,
        _ => percent + 10,
    };
}
