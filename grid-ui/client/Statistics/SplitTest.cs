namespace ColorDemo.Grid.Statistics;

/// <summary>Tests counts against declared shares, at any time and as often as one looks.</summary>
/// <param name="shares">They sum to 1.</param>
/// <remarks>
/// The evidence of <see cref="DirichletMixture"/> is on average never more than 1 while the shares are true, so the
/// probability that it ever reaches 1 / p is at most p, however often one looks (J. Ville, "Étude critique de la
/// notion de collectif", 1939). Its running maximum therefore gives a p-value that is valid at every moment (R. Johari,
/// P. Koomen, L. Pekelis, D. Walsh, "Always valid inference", Operations Research 70 (2022), 1806-1821).
/// </remarks>
public sealed class SplitTest(IReadOnlyList<double> shares)
{
    /// <summary>
    /// How many of all tests of true weights may ever say otherwise. Not the usual 5 %: each change of the weights
    /// starts a test in several panels, and twenty of them are one talk.
    /// </summary>
    public const double Level = 0.01;

    private readonly DirichletMixture _evidence = new(shares);
    private readonly double[] _counts = new double[shares.Count];

    /// <summary>Never grows: what was once found stays found until the test starts anew.</summary>
    public double P { get; private set; } = 1;

    public bool Rejects => P <= Level;

    /// <param name="counts">All since the test began, not those since the last look.</param>
    public void Look(IReadOnlyList<long> counts)
    {
        for (var kind = 0; kind < _counts.Length; kind++)
        {
            _counts[kind] = counts[kind];
        }

        P = Math.Min(P, Math.Exp(-_evidence.LogEvidence(_counts)));
    }
}
