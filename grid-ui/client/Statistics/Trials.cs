using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Statistics;

/// <summary>One trial for each epoch of a panel: a change of the weights asks a new question.</summary>
/// <param name="lag">Until the requests of a second have ended.</param>
public sealed class Trials(TimeSpan lag = default)
{
    /// <summary>Answers to requests that were sent before a change come in after it.</summary>
    private const int StillHeard = 2;

    /// <summary>Somebody may turn the weights all day long.</summary>
    private const int MostKept = 200;

    private readonly SortedDictionary<long, (Epoch Epoch, Trial Trial)> _trials = [];
    private DateTimeOffset? _start;

    /// <summary>Of the newest epoch; absent before the first frame.</summary>
    public Trial? Current => _trials.Count > 0 ? _trials.Values.Last().Trial : null;

    /// <summary>By <see cref="Epoch.Number"/>; only of changes that can be seen from the answers.</summary>
    public IReadOnlyDictionary<long, Reaction> Reactions => _trials
        .Where(one => one.Value.Trial.Reaction is not null)
        .ToDictionary(one => one.Key, one => one.Value.Trial.Reaction!);

    /// <summary>
    /// What is asked since after a change of the weights says nothing of how soon that was followed.
    /// </summary>
    public void Hear(Frame frame)
    {
        _start ??= frame.Buckets.Count > 0
            ? DateTimeOffset.FromUnixTimeSeconds(frame.Buckets.Min(bucket => bucket.Second))
            : frame.Now;
        foreach (var epoch in frame.Epochs.Where(epoch => !_trials.ContainsKey(epoch.Number)))
        {
            var before = _trials.Values.LastOrDefault(one => one.Epoch.Number < epoch.Number).Epoch?.Split;
            _trials.Add(epoch.Number, (epoch, new(epoch, before, epoch.Since < _start ? _start : null, lag)));
        }

        foreach (var forgotten in _trials.Keys.SkipLast(MostKept).ToList())
        {
            _trials.Remove(forgotten);
        }

        var heard = frame.Epochs.Count > 0 ? _trials.Values : _trials.Values.TakeLast(StillHeard);
        foreach (var (_, trial) in heard)
        {
            trial.Hear(frame);
        }
    }

    /// <summary>What was answered until now counts no more.</summary>
    public void StartOver(DateTimeOffset now)
    {
        if (_trials.Count > 0)
        {
            var (number, (epoch, _)) = _trials.Last();
            _start = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds() + 1);
            _trials[number] = (epoch, new(epoch, from: _start, lag: lag));
        }
    }
}
