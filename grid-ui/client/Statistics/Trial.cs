using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Statistics;

/// <summary>Hears the answers of one epoch and says whether the split is what was declared.</summary>
/// <remarks>
/// A new rate or target needs a new trial. After a change of the weights the answers count from where the reaction is
/// steady: those on the way would be held against the new weights for ever. Weights that have not arrived within
/// <see cref="Grace"/> are tried as they are, and once more should they arrive later.
/// </remarks>
public sealed class Trial
{
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly Epoch _epoch;
    private readonly DateTimeOffset _from;
    private readonly AnswerKinds _kinds;
    private readonly double[] _shares;
    private readonly AnswerCounts _counts;
    private readonly Doubt _doubt;
    private readonly AnswerCounts? _reactionCounts;
    private SplitTest _test;
    private long[] _start;
    private TimeSpan _heard;
    private bool _begun;

    /// <param name="epoch">With a split.</param>
    /// <param name="before">What was declared before it; absent when that is unknown.</param>
    /// <param name="from">Later than the epoch when the rate or the target changed within it.</param>
    public Trial(Epoch epoch, DeclaredSplit? before = null, DateTimeOffset? from = null)
    {
        var split = epoch.Split ?? throw new ArgumentException("Nothing is declared.", nameof(epoch));
        (_epoch, _from) = (epoch, from ?? epoch.Since);
        _kinds = new(split);
        _shares = _kinds.SharesOf(split);
        _counts = new(_kinds);
        (_test, _start) = (new(_shares), new long[_shares.Length]);
        _doubt = Doubt.Of(_shares);
        if (before is not null && from is null)
        {
            var both = new AnswerKinds(before, split);
            var reaction = new Reaction(both.SharesOf(before), both.SharesOf(split));
            if (double.IsFinite(reaction.ExpectedAnswers))
            {
                (Reaction, _reactionCounts) = (reaction, new(both));
            }
        }

        _begun = Reaction is null;
    }

    /// <summary>Absent when the change cannot be seen from the answers.</summary>
    public Reaction? Reaction { get; }

    /// <summary>Failures that nobody declared and answers that do not say where they come from.</summary>
    public long LeftOut => _counts.LeftOut;

    public Verdict Verdict { get; private set; } = new Verdict.NoAnswers();

    /// <summary>To be called with every frame, whether or not the verdict is shown.</summary>
    public void Hear(Frame frame)
    {
        foreach (var bucket in frame.Buckets.Where(IsHeard).OrderBy(bucket => bucket.Second))
        {
            var end = DateTimeOffset.FromUnixTimeSeconds(bucket.Second + 1);
            Hear(bucket, (end < frame.Now ? end : frame.Now) - _epoch.Since);
        }

        if (!_begun && frame.Now - _epoch.Since >= Grace)
        {
            Begin();
        }

        Verdict = Judge(frame.Now - _epoch.Since);
    }

    private bool IsHeard(Bucket bucket) =>
        bucket.Epoch == _epoch.Number && DateTimeOffset.FromUnixTimeSeconds(bucket.Second + 1) > _from;

    private void Hear(Bucket bucket, TimeSpan at)
    {
        _heard = at > _heard ? at : _heard;
        _counts.Add(bucket);
        if (_reactionCounts is not null && Reaction is { Steady: null })
        {
            Reaction.Add(_heard, _reactionCounts.Add(bucket));
            if (Reaction.Steady is not null)
            {
                Begin();
            }
        }

        if (_begun)
        {
            _test.Look(Heard());
        }
    }

    private void Begin() => (_begun, _test, _start) = (true, new(_shares), [.. _counts.Totals]);

    private long[] Heard() => [.. _counts.Totals.Zip(_start, (total, start) => total - start)];

    private Verdict Judge(TimeSpan now)
    {
        var heard = Heard();
        var total = heard.Sum();
        return !_begun ? new Verdict.Changing(now, Reaction?.OldGone)
            : total == 0 ? new Verdict.NoAnswers()
            : _test.Rejects ? new Verdict.NotAsDeclared(FindingOf(Worst(heard, total), heard, total), _test.P)
            : total < _doubt.Samples ? new Verdict.TooFew(_doubt, _doubt.Samples - total)
            : new Verdict.AsDeclared(FindingOf(Array.IndexOf(_shares, _shares.Max()), heard, total));
    }

    /// <summary>What adds most to Pearson's statistic; where 0 is declared, any answer does.</summary>
    private int Worst(long[] heard, long total) =>
        Enumerable.Range(0, heard.Length).Where(kind => _shares[kind] > 0 || heard[kind] > 0)
            .MaxBy(kind => Math.Pow(heard[kind] - total * _shares[kind], 2) / _shares[kind]);

    private Finding FindingOf(int kind, long[] heard, long total)
    {
        var name = kind == _kinds.Undeclared ? _counts.Stranger?.ToString() : null;
        return new(name ?? _kinds.Names[kind], 100 * _shares[kind], heard[kind], total);
    }
}
