using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Statistics;

/// <summary>Hears the answers of one epoch and says whether the split is what was declared.</summary>
/// <remarks>
/// A new rate or target needs a new trial. After a change of the weights the answers count from where the reaction is
/// steady: those on the way would be held against the new weights. Weights that have not arrived within
/// <see cref="Grace"/> are tried as they are, and once more should they arrive later. Of a second all answers are tried
/// or none: fast destinations answer first, and would seem to have more than their weight until the slow ones have.
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
    private readonly Retrial _retrial;
    private readonly AnswerCounts? _reactionCounts;
    private readonly TallyTotals _tallies = new();
    private readonly TimeSpan _lag;
    private readonly SortedDictionary<BucketKey, Bucket> _waiting = new(BucketKey.ByTime);
    private DateTimeOffset _now;
    private TimeSpan _heard;
    private long _firstSecond = long.MinValue;
    private bool _begun;

    /// <param name="before">What was declared before the epoch; absent when that is unknown.</param>
    /// <param name="from">Later than the epoch when the rate or the target changed within it.</param>
    /// <param name="lag">Until the requests of a second have ended. 0: answers are tried as they come.</param>
    public Trial(
        Epoch epoch, DeclaredSplit? before = null, DateTimeOffset? from = null, TimeSpan lag = default)
    {
        (_epoch, _from, _lag) = (epoch, from ?? epoch.Since, lag);
        _kinds = new(epoch.Split is { } split ? [split] : []);
        _shares = epoch.Split is null ? [0] : _kinds.SharesOf(epoch.Split);
        _counts = new(_kinds);
        _doubt = Doubt.Of(_shares);
        _retrial = new(_shares, _doubt.Samples);
        if (before is not null && from is null && epoch.Split is { } after)
        {
            var both = new AnswerKinds(before, after);
            var (old, now) = (both.SharesOf(before), both.SharesOf(after));
            if (IsDeclared(old) && IsDeclared(now) && new Reaction(old, now) is var reaction
                && double.IsFinite(reaction.ExpectedAnswers))
            {
                (Reaction, _reactionCounts) = (reaction, new(both));
            }
        }

        _begun = Reaction is null;
    }

    /// <summary>Absent when the change cannot be seen from the answers.</summary>
    public Reaction? Reaction { get; }

    /// <summary>Failures that nobody declared: they say nothing of the split.</summary>
    public long Failures => _counts.Failures;

    /// <summary>Answers that do not say where they come from.</summary>
    public long Unnamed => _counts.Unnamed;

    public Verdict Verdict { get; private set; } = new Verdict.NoAnswers(0, 0);

    /// <summary>Every end of a request since the verdict counts.</summary>
    public IReadOnlyList<Tally> Tallies => _tallies.Tallies;

    /// <summary>By kind, of all answers that were tried; the last is what nobody declares.</summary>
    public IReadOnlyList<Finding> Findings =>
        [.. Enumerable.Range(0, _shares.Length).Select(kind => FindingOf(kind, _retrial.Watch.Whole))];

    /// <summary>Of the same counts, for whoever looks once; absent while there is nothing to test.</summary>
    public PearsonTest? Pearson => IsDeclared(_shares) && _retrial.Watch.Whole is { Answers: > 0 } test
        ? PearsonTest.Of(test.Counts, _shares)
        : null;

    /// <summary>To be called with every frame, whether or not the verdict is shown.</summary>
    public void Hear(Frame frame)
    {
        _now = frame.Now;
        foreach (var bucket in frame.Buckets.Where(IsHeard).OrderBy(bucket => bucket.Second))
        {
            var end = DateTimeOffset.FromUnixTimeSeconds(bucket.Second + 1);
            Hear(bucket, (end < frame.Now ? end : frame.Now) - _epoch.Since);
        }

        if (!_begun && frame.Now - _epoch.Since >= Grace)
        {
            Begin();
        }

        Try(upTo: _now - _lag);
        Verdict = Judge(frame.Now - _epoch.Since);
    }

    private bool IsHeard(Bucket bucket) =>
        bucket.Epoch == _epoch.Number && DateTimeOffset.FromUnixTimeSeconds(bucket.Second + 1) > _from;

    private void Hear(Bucket bucket, TimeSpan at)
    {
        _heard = at > _heard ? at : _heard;
        _waiting[bucket.Key] = bucket;
        _tallies.Add(bucket);
        if (_reactionCounts is not null && Reaction is { Steady: null })
        {
            Reaction.Add(_heard, _reactionCounts.Add(bucket));
            if (Reaction.Steady is not null && (!_begun || _retrial.Watch.Rejects))
            {
                Begin();
            }
        }
    }

    private void Try(DateTimeOffset upTo)
    {
        while (_waiting.Count > 0 && _waiting.First() is var (key, bucket)
            && (_lag == TimeSpan.Zero || DateTimeOffset.FromUnixTimeSeconds(key.Second + 1) <= upTo))
        {
            _waiting.Remove(key);
            if (key.Second >= _firstSecond)
            {
                _counts.Add(bucket);
                if (_begun && IsDeclared(_shares))
                {
                    _retrial.Look(_counts.Totals);
                }
            }
        }
    }

    /// <summary>Weights that are all 0 declare nothing.</summary>
    private static bool IsDeclared(double[] shares) => shares.Sum() > 0.5;

    private void Begin()
    {
        _begun = true;
        _tallies.StartOver();
        if (_lag == TimeSpan.Zero)
        {
            Try(_now);
        }
        else
        {
            _firstSecond = _now.ToUnixTimeSeconds() + 1;
        }

        _retrial.Begin(_counts.Totals);
    }

    /// <summary>Whether even weights that came at once could not be seen yet.</summary>
    private bool IsEarly => Reaction is not null && _reactionCounts!.Totals.Sum() < Reaction.ExpectedAnswers;

    private static bool IsAnswered(Bucket bucket) => bucket.Tallies.Any(
        tally => tally.Outcome == Outcome.Color && tally.Destination != Destination.Unknown);

    private Finding Largest => FindingOf(Array.IndexOf(_shares, _shares.Max()), _retrial.Watch.Whole);

    private Verdict Judge(TimeSpan now)
    {
        var (watch, answers) = (_retrial.Watch, _retrial.Watch.Whole.Answers);
        return !IsDeclared(_shares) ? new Verdict.NothingDeclared(_counts.Totals.Sum(), Failures)
            : !_begun ? new Verdict.Changing(now, Reaction?.OldGone, IsEarly)
            : answers == 0 && _waiting.Values.Any(IsAnswered) ? new Verdict.TooFew(_doubt, _doubt.Samples)
            : answers == 0 ? new Verdict.NoAnswers(Failures, Unnamed)
            : watch.Rejects ? new Verdict.NotAsDeclared(FindingOf(Worst(watch.Strongest), watch.Strongest), watch.P)
            : answers < _doubt.Samples ? new Verdict.TooFew(_doubt, _doubt.Samples - answers)
            : Largest is { IsPlausible: true } ? new Verdict.AsDeclared(Largest)
            : new Verdict.Unclear(Largest);
    }

    /// <summary>What adds most to Pearson's statistic; where 0 is declared, any answer does.</summary>
    private int Worst(SplitTest test) =>
        Enumerable.Range(0, _shares.Length).Where(kind => _shares[kind] > 0 || test.Counts[kind] > 0)
            .MaxBy(kind => Math.Pow(test.Counts[kind] - test.Answers * _shares[kind], 2) / _shares[kind]);

    private Finding FindingOf(int kind, SplitTest test)
    {
        var name = kind == _kinds.Undeclared ? _counts.Stranger?.ToString() : null;
        return new(name ?? _kinds.Names[kind], 100 * _shares[kind], test.Counts[kind], test.Answers);
    }
}
