using ColorDemo.Grid.Wire;

namespace ColorDemo.GridHost;

/// <summary>The last two minutes of one sampler: counted by the second, and the newest samples one by one.</summary>
public sealed class SampleLog(TimeProvider clock)
{
    private const int SecondsKept = 120;

    /// <summary>A bucket tells at most this many outcomes apart: an endpoint may invent names.</summary>
    private const int MaxTallies = 32;

    private readonly Lock _lock = new();
    private readonly SortedDictionary<BucketKey, Counts> _buckets = new(BucketKey.ByTime);
    private readonly Queue<Sample> _newest = [];
    private long _number;

    /// <param name="sentAt">Decides the bucket: slow and fast answers to one second's requests stay together.</param>
    public void Add(Answer answer, DateTimeOffset sentAt, Epoch epoch)
    {
        lock (_lock)
        {
            _number++;
            _newest.Enqueue(new(_number, answer.Outcome, answer.Status, answer.Destination,
                Name: answer.Name, Hex: answer.Hex));
            if (_newest.Count > Frame.MaxSamples)
            {
                _newest.Dequeue();
            }

            CountsOf(new(sentAt.ToUnixTimeSeconds(), epoch.Number)).Add(answer, _number);
            Forget();
        }
    }

    /// <param name="number">The last sample that a viewer knows of; 0 for a new viewer.</param>
    /// <returns>What came after it, and the number to ask with next time.</returns>
    public (long Number, IReadOnlyList<Sample> Samples, IReadOnlyList<Bucket> Buckets) After(long number)
    {
        lock (_lock)
        {
            var samples = _newest.SkipWhile(sample => sample.Number <= number).ToList();
            var buckets = _buckets.Where(bucket => bucket.Value.LastNumber > number)
                .Select(bucket => new Bucket(bucket.Key.Second, bucket.Key.Epoch, bucket.Value.Tallies))
                .ToList();
            return (_number, samples, buckets);
        }
    }

    private Counts CountsOf(BucketKey key)
    {
        if (!_buckets.TryGetValue(key, out var counts))
        {
            _buckets.Add(key, counts = new());
        }

        return counts;
    }

    private void Forget()
    {
        var oldest = clock.GetUtcNow().ToUnixTimeSeconds() - SecondsKept;
        while (_buckets.Count > 0 && _buckets.First().Key is var key && key.Second < oldest)
        {
            _buckets.Remove(key);
        }
    }

    private sealed class Counts
    {
        private static readonly Destination Other = new("other", null);
        private readonly Dictionary<(Outcome, int, Destination), int> _counts = [];

        /// <summary>The sample that changed these counts last.</summary>
        public long LastNumber { get; private set; }

        public IReadOnlyList<Tally> Tallies =>
            [.. _counts.Select(count => new Tally(count.Key.Item1, count.Key.Item2, count.Key.Item3, count.Value))];

        public void Add(Answer answer, long number)
        {
            var key = (answer.Outcome, answer.Status, answer.Destination);
            if (_counts.Count >= MaxTallies && !_counts.ContainsKey(key))
            {
                key = (answer.Outcome, 0, Other);
            }

            _counts[key] = _counts.GetValueOrDefault(key) + 1;
            LastNumber = number;
        }
    }
}
