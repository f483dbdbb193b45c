using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid;

/// <summary>What frames have told about the last two minutes.</summary>
public sealed class History
{
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(2);

    /// <summary>Shares look back this far, but never beyond a change of the weights.</summary>
    public static readonly TimeSpan ShareWindow = TimeSpan.FromSeconds(30);

    private readonly SortedDictionary<BucketKey, Bucket> _buckets = new(BucketKey.ByTime);
    private readonly SortedDictionary<long, Epoch> _epochs = [];

    /// <summary>The host's clock at the newest frame.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>Why the newest edit of the manifests is not in force; absent when it is.</summary>
    public string? Warning { get; private set; }

    /// <summary>Oldest first.</summary>
    public IEnumerable<Bucket> Buckets => _buckets.Values;

    /// <summary>Oldest first.</summary>
    public IReadOnlyCollection<Epoch> Epochs => _epochs.Values;

    /// <summary>Absent before the first frame.</summary>
    public Epoch? Current => _epochs.Count > 0 ? _epochs.Values.Last() : null;

    /// <summary>What the shares are counted from.</summary>
    public IEnumerable<Bucket> Recent => Buckets.Where(bucket =>
        bucket.Epoch == Current?.Number && bucket.Second > (Now - ShareWindow).ToUnixTimeSeconds());

    /// <summary>A bucket replaces the one it continues; frames may be missed.</summary>
    public void Add(Frame frame)
    {
        (Now, Warning) = (frame.Now, frame.Warning);
        foreach (var epoch in frame.Epochs)
        {
            _epochs[epoch.Number] = epoch;
        }

        foreach (var bucket in frame.Buckets)
        {
            _buckets[bucket.Key] = bucket;
        }

        Forget((Now - Length).ToUnixTimeSeconds());
    }

    private void Forget(long oldest)
    {
        foreach (var key in _buckets.Keys.TakeWhile(key => key.Second < oldest).ToList())
        {
            _buckets.Remove(key);
        }

        // An epoch ends where the next begins.
        foreach (var (epoch, next) in _epochs.Values.Zip(_epochs.Values.Skip(1)).ToList())
        {
            if (next.Since.ToUnixTimeSeconds() < oldest)
            {
                _epochs.Remove(epoch.Number);
            }
        }
    }
}
