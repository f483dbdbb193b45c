namespace ColorDemo.Grid.Statistics;

/// <summary>
/// A <see cref="SplitWatch"/> that begins anew when what it found has passed: pods that were gone for a while, or one
/// answer that came late, are not held against the weights for ever.
/// </summary>
/// <remarks>
/// It only ever begins anew after a finding, so the probability that there is one at all stays at most
/// <see cref="SplitTest.Level"/>.
/// </remarks>
/// <param name="shares">They sum to 1.</param>
/// <param name="enough">So many answers find the nearest other weights with a probability of 95 %.</param>
public sealed class Retrial(IReadOnlyList<double> shares, long enough)
{
    /// <summary>
    /// As many times as many answers have to agree as disagreed: a small difference, which takes long to be found,
    /// would otherwise be found and forgotten in turn. For the same reason twice as many as are enough.
    /// </summary>
    private const int Times = 4;

    private SplitWatch? _next;
    private long _needed;

    /// <summary>The one that counts.</summary>
    public SplitWatch Watch { get; private set; } = new(shares);

    /// <param name="totals">By kind, since counting began.</param>
    public void Look(IReadOnlyList<long> totals)
    {
        Watch.Look(totals);
        if (!Watch.Rejects)
        {
            return;
        }

        if (_next is null)
        {
            _needed = Math.Max(2 * enough, Times * Watch.Strongest.Disagreeing);
            _next = Watch.Anew(totals);
            return;
        }

        _next.Look(totals);
        if (_next.Rejects)
        {
            _needed = Math.Max(_needed, Times * _next.Strongest.Disagreeing);
            _next = Watch.Anew(totals);
        }
        else if (_next.Whole.Answers >= _needed)
        {
            (Watch, _next) = (_next, null);
        }
    }

    /// <summary>Forgets the answers until now.</summary>
    public void Begin(IReadOnlyList<long> totals) => (Watch, _next) = (Watch.Anew(totals), null);
}
