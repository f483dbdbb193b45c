namespace ColorDemo.Grid.Statistics;

/// <summary>Tests counts against declared shares, at any time and as often as one looks.</summary>
/// <remarks>
/// The evidence of <see cref="DirichletMixture"/> is on average never more than 1 while the shares are true, so the
/// probability that it ever reaches 1 / p is at most p, however often one looks (J. Ville, "Étude critique de la
/// notion de collectif", 1939). Its running maximum therefore gives a p-value that is valid at every moment (R. Johari,
/// P. Koomen, L. Pekelis, D. Walsh, "Always valid inference", Operations Research 70 (2022), 1806-1821).
/// </remarks>
public sealed class SplitTest
{
    /// <summary>
    /// How many of all tests of true weights may ever say otherwise. Not the usual 5 %: each change of the weights
    /// starts a test in several panels, and twenty of them are one talk.
    /// </summary>
    public const double Level = 0.01;

    private readonly DirichletMixture _mixture;
    private readonly long[] _before;
    private readonly long[] _counts;
    private double _lowest;
    private long _lowestAt;

    /// <param name="shares">They sum to 1.</param>
    /// <param name="before">What was counted before the test began; nothing when absent.</param>
    public SplitTest(IReadOnlyList<double> shares, IReadOnlyList<long>? before = null)
        : this(new(shares), before is null ? new long[shares.Count] : [.. before])
    {
    }

    private SplitTest(DirichletMixture mixture, long[] before) =>
        (_mixture, _before, _counts) = (mixture, before, new long[before.Length]);

    /// <summary>Never grows: what was once found stays found.</summary>
    public double P { get; private set; } = 1;

    public bool Rejects => P <= Level;

    /// <summary>By kind, since the test began.</summary>
    public IReadOnlyList<long> Counts => _counts;

    public long Answers { get; private set; }

    /// <summary>As <see cref="DirichletMixture"/> has it.</summary>
    public double LogEvidence { get; private set; }

    /// <summary>Answers since the evidence was lowest: those before them agreed with the shares.</summary>
    public long Disagreeing => Answers - _lowestAt;

    /// <param name="totals">By kind; all since counting began, not those since the last look.</param>
    public void Look(IReadOnlyList<long> totals)
    {
        Answers = 0;
        for (var kind = 0; kind < _counts.Length; kind++)
        {
            _counts[kind] = totals[kind] - _before[kind];
            Answers += _counts[kind];
        }

        LogEvidence = _mixture.LogEvidence(_counts);
        (_lowest, _lowestAt) = LogEvidence < _lowest ? (LogEvidence, Answers) : (_lowest, _lowestAt);
        P = Math.Min(P, Math.Exp(-LogEvidence));
    }

    /// <summary>The same test, of the answers from now on.</summary>
    public SplitTest Anew(IReadOnlyList<long> totals) => new(_mixture, [.. totals]);
}
