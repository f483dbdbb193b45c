namespace ColorDemo.Grid.Statistics;

/// <summary>What was seen of one kind of answers.</summary>
/// <param name="Declared">Percent of all answers.</param>
/// <param name="Total">All answers, of whatever kind.</param>
public sealed record Finding(string Name, double Declared, long Count, long Total)
{
    public double Observed => Total == 0 ? 0 : 100.0 * Count / Total;

    public Interval Interval => Wilson.Of95Percent(Count, Total);

    public bool IsPlausible => Interval.Low <= Declared && Declared <= Interval.High;

    /// <summary>The longer arm of the interval, in percent: nothing of it is hidden.</summary>
    public double Margin => Math.Max(Interval.High - Observed, Observed - Interval.Low);
}

/// <summary>What the answers say of the declared weights.</summary>
public abstract record Verdict
{
    private Verdict()
    {
    }

    /// <summary>Nothing answered that tells of the split.</summary>
    /// <param name="Unnamed">Answers that do not say where they come from.</param>
    public sealed record NoAnswers(long Failures, long Unnamed) : Verdict;

    /// <summary>No weights are known, or all of them are 0.</summary>
    public sealed record NothingDeclared(long Answers, long Failures) : Verdict;

    /// <summary>The weights have just changed; which of them rule is being found out.</summary>
    /// <param name="For">Since the change.</param>
    /// <param name="OldGone">From the change until the old weights were improbable; absent before that.</param>
    /// <param name="IsEarly">There are too few answers yet to see it.</param>
    public sealed record Changing(TimeSpan For, TimeSpan? OldGone, bool IsEarly = false) : Verdict;

    /// <summary>Nothing was found against the weights, and there are too few answers to have found it.</summary>
    /// <param name="More">How many more answers are needed.</param>
    public sealed record TooFew(Doubt Doubt, long More) : Verdict;

    /// <param name="Largest">The destination with the largest weight.</param>
    public sealed record AsDeclared(Finding Largest) : Verdict;

    /// <summary>
    /// The weight is outside the interval that is shown, as it is one time in twenty even when it is obeyed: neither a
    /// finding nor a reason to say that all is well.
    /// </summary>
    /// <param name="Largest">The destination with the largest weight.</param>
    public sealed record Unclear(Finding Largest) : Verdict;

    /// <param name="Worst">What deviates most.</param>
    /// <param name="P">How improbable it is to ever see this much under the declared weights.</param>
    public sealed record NotAsDeclared(Finding Worst, double P) : Verdict;
}
