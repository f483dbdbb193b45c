using System.Numerics;

namespace ColorDemo.Grid.Statistics;

/// <summary>
/// Several <see cref="SplitTest"/>s of the same answers, begun one after another: pods that go away after an hour of
/// agreement would otherwise have to outweigh that hour.
/// </summary>
/// <remarks>
/// The evidence is the average of all tests that ever begin, each weighted by the probability that the shares change
/// where it begins (A. N. Shiryaev, Theory of Probability and its Applications 8 (1963), 22-46). Weights that sum to 1
/// keep it at most 1 on average while the shares are true (V. Vovk, R. Wang, Annals of Statistics 49 (2021),
/// 1736-1754), so what is said of the p-value of one test is true of <see cref="P"/>. Tests are given up in turn, the
/// later the rarer, so that the ages of those kept double: no more than twenty for a million answers.
/// </remarks>
public sealed class SplitWatch
{
    /// <summary>The weight of the first test.</summary>
    public const double First = 0.8;

    /// <summary>After so many answers each, another test begins.</summary>
    private const int Every = 100;

    private readonly List<(SplitTest Test, double LogWeight, long Until)> _tests;
    private long _newest;

    /// <param name="shares">They sum to 1.</param>
    public SplitWatch(IReadOnlyList<double> shares)
        : this(new SplitTest(shares))
    {
    }

    private SplitWatch(SplitTest whole) =>
        (Whole, Strongest, _tests) = (whole, whole, [(whole, Math.Log(First), long.MaxValue)]);

    /// <summary>The test of all answers.</summary>
    public SplitTest Whole { get; }

    /// <summary>The test with the most evidence; once the shares are rejected, the one that had it then.</summary>
    public SplitTest Strongest { get; private set; }

    /// <summary>Never grows: what was once found stays found.</summary>
    public double P { get; private set; } = 1;

    public bool Rejects => P <= SplitTest.Level;

    /// <param name="totals">By kind; all since counting began, not those since the last look.</param>
    public void Look(IReadOnlyList<long> totals)
    {
        var (sum, most) = (double.NegativeInfinity, double.NegativeInfinity);
        var strongest = Whole;
        foreach (var (test, logWeight, _) in _tests)
        {
            test.Look(totals);
            var evidence = logWeight + test.LogEvidence;
            sum = LogSum.Of(sum, evidence);
            (most, strongest) = evidence > most ? (evidence, test) : (most, strongest);
        }

        Strongest = Rejects ? Strongest : strongest;
        P = Math.Min(P, Math.Exp(-sum));
        if (!Rejects && Whole.Answers / Every > _newest)
        {
            _newest = Whole.Answers / Every;
            _tests.RemoveAll(test => test.Until <= _newest);
            _tests.Add((
                Whole.Anew(totals),
                Math.Log((1 - First) / (_newest * (_newest + 1.0))),
                _newest + (2L << BitOperations.TrailingZeroCount(_newest))));
        }
    }

    /// <summary>The same, of the answers from now on.</summary>
    public SplitWatch Anew(IReadOnlyList<long> totals) => new(Whole.Anew(totals));
}
