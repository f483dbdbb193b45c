namespace ColorDemo.Grid.Statistics;

/// <summary>When answers stopped following the old weights, and when they settled on the new ones.</summary>
/// <param name="before">The old shares; they sum to 1.</param>
/// <param name="after">The new shares of the same kinds of answers; they sum to 1.</param>
/// <remarks>
/// The likelihood ratio of new against old (A. Wald, "Sequential tests of statistical hypotheses", Annals of
/// Mathematical Statistics 16 (1945), 117-186), averaged over the moments at which the new weights may have arrived, as
/// A. N. Shiryaev does in "On optimum methods in quickest detection problems" (Theory of Probability and its
/// Applications 8 (1963), 22-46). A plain ratio from the declared moment on would first have to make up for every
/// answer on the way: 0.1 s at 2,000 a second would cost 170 answers more. Averaged with it is the evidence of
/// <see cref="DirichletMixture"/> for whatever else, should the answers follow neither. The average is on average never
/// more than 1 while the old weights rule, so old weights are called old for ever with a probability of at least 99 %.
/// </remarks>
public sealed class Reaction(IReadOnlyList<double> before, IReadOnlyList<double> after)
{
    /// <summary>How probable it is that the old weights are ever called gone although they still rule.</summary>
    public const double Level = 0.01;

    /// <summary>This part of the probability goes to the new weights, the rest to whatever else.</summary>
    private const double Announced = 0.75;

    /// <summary>Half of that goes to weights that arrive at once.</summary>
    private const double AtOnce = 0.5;

    /// <summary>
    /// Half of the others arrive within it. Files take hundredths of a second, Istio takes seconds, so the tail is
    /// long: a minute costs five nats more than a second.
    /// </summary>
    private static readonly TimeSpan HalfHaveArrived = TimeSpan.FromSeconds(1);

    private readonly int _enough = SampleSize.ToFind(after, before);
    private readonly DirichletMixture _anything = new(before);
    private readonly long[] _sinceChange = new long[after.Count];
    private readonly long[] _sinceGone = new long[after.Count];
    private double _logRatio = Math.Log(AtOnce);
    private double _yetToArrive = 1 - AtOnce;
    private SplitTest _settled = new(after);

    /// <summary>From the change to the first answer that the old weights make improbable; absent before it.</summary>
    public TimeSpan? OldGone { get; private set; }

    /// <summary>How many answers that took, or none did yet.</summary>
    public long Answers { get; private set; }

    /// <summary>
    /// From the change until so many answers in a row fitted the new weights that the old ones would have shown;
    /// absent before it.
    /// </summary>
    public TimeSpan? Steady { get; private set; }

    /// <summary>
    /// How many answers under the new weights it takes on average until the old ones are gone; infinite when nothing
    /// tells them apart.
    /// </summary>
    /// <remarks>Wald's formula for the average sample number, when the new weights arrive at once.</remarks>
    public double ExpectedAnswers
    {
        get
        {
            var proof = before.Zip(after, (old, now) => old > 0 ? 0 : now).Sum();
            var drift = before.Zip(after, (old, now) => now > 0 ? now * Math.Log(now / old) : 0).Sum();
            return proof > 0 ? 1 / proof
                : drift > 1e-12 ? Math.Log(1 / (Level * Announced * AtOnce)) / drift
                : double.PositiveInfinity;
        }
    }

    /// <param name="at">Since the change; never earlier than the one before.</param>
    /// <param name="answers">Those since the last call, by kind, in any order.</param>
    public void Add(TimeSpan at, IReadOnlyList<long> answers)
    {
        if (OldGone is null)
        {
            Answers += answers.Sum();
            OldGone = AreImprobable(at, answers) ? at : null;
        }
        else if (Steady is null)
        {
            Steady = AreSettled(answers) ? at : null;
        }
    }

    private bool AreImprobable(TimeSpan at, IReadOnlyList<long> answers)
    {
        var yetToArrive = (1 - AtOnce) / (1 + at / HalfHaveArrived);
        _logRatio = LogSum.Of(_logRatio, Math.Log(_yetToArrive - yetToArrive));
        _yetToArrive = yetToArrive;
        for (var kind = 0; kind < answers.Count; kind++)
        {
            // What neither declares may have answered long before.
            _sinceChange[kind] += before[kind] > 0 || after[kind] > 0 ? answers[kind] : 0;
            if (answers[kind] > 0 && before[kind] > 0)
            {
                _logRatio += answers[kind] * Math.Log(after[kind] / before[kind]);
            }
        }

        // One answer that the old weights never give is infinite evidence against them.
        var evidence = LogSum.Of(
            Math.Log(Announced) + _logRatio, Math.Log(1 - Announced) + _anything.LogEvidence(_sinceChange));
        return evidence >= -Math.Log(Level);
    }

    private bool AreSettled(IReadOnlyList<long> answers)
    {
        for (var kind = 0; kind < answers.Count; kind++)
        {
            _sinceGone[kind] += answers[kind];
        }

        _settled.Look(_sinceGone);
        if (_settled.Rejects)
        {
            _settled = _settled.Anew(_sinceGone);
            return false;
        }

        return _settled.Answers >= _enough;
    }
}
