using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Asking;

/// <summary>
/// The last half hour of one sampler: counted by the second, and the newest samples one by one with all details.
/// </summary>
public sealed class SampleLog(TimeProvider clock)
{
    private const int SecondsKept = 30 * 60;

    /// <summary>Each change of weights begins a bucket, and somebody may change them without end.</summary>
    private const int MaxBuckets = 4_096;

    private readonly Lock _lock = new();
    private readonly SortedDictionary<BucketKey, BucketCounts> _buckets = new(BucketKey.ByTime);
    private readonly RememberedSamples _newest = new();
    private long _number;

    /// <summary>Of the newest sample; 0 before the first.</summary>
    public long Number => Interlocked.Read(ref _number);

    /// <param name="sent">Decides the bucket: slow and fast answers to one second's requests stay together.</param>
    public RememberedSample Add(Reply reply, Sent sent)
    {
        var answer = reply.Answer;
        lock (_lock)
        {
            var number = _number + 1;
            var sample = new Sample(number, answer.Outcome, answer.Status, answer.Destination,
                reply.Latency, answer.Name, answer.Hex);
            var remembered = new RememberedSample(sample, sent, reply.Received, reply.TraceId);
            _newest.Add(remembered);
            CountsOf(new(sent.At.ToUnixTimeSeconds(), sent.Epoch.Number)).Add(sample);
            Interlocked.Exchange(ref _number, number);
            return remembered;
        }
    }

    /// <param name="number">The last sample that a viewer knows of; 0 for a new viewer.</param>
    /// <param name="upTo">The last sample to tell; buckets may have counted more.</param>
    /// <returns>What came after it.</returns>
    public (IReadOnlyList<Sample> Samples, IReadOnlyList<Bucket> Buckets) After(long number, long upTo = long.MaxValue)
    {
        lock (_lock)
        {
            var buckets = _buckets.Where(bucket => bucket.Value.LastNumber > number)
                .Select(bucket => bucket.Value.AsBucket(bucket.Key))
                .ToList();
            return (_newest.Between(number, upTo), buckets);
        }
    }

    /// <returns>Nothing when it is too old, or was never.</returns>
    public RememberedSample? Find(long number)
    {
        lock (_lock)
        {
            return _newest.Find(number);
        }
    }

    private BucketCounts CountsOf(BucketKey key)
    {
        if (!_buckets.TryGetValue(key, out var counts))
        {
            _buckets.Add(key, counts = new());
            Forget();
        }

        return counts;
    }

    private void Forget()
    {
        var oldest = clock.GetUtcNow().ToUnixTimeSeconds() - SecondsKept;
        while (_buckets.First().Key is var key && (key.Second < oldest || _buckets.Count > MaxBuckets))
        {
            _buckets.Remove(key);
            if (_buckets.Count == 0)
            {
                return;
            }
        }
    }
}
