using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid;

/// <summary>What frames have told about the last half hour.</summary>
public sealed class History
{
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(30);

    /// <summary>A bucket older than this has all its answers, and is not told about again but as it is.</summary>
    public static readonly TimeSpan Settled = TimeSpan.FromMinutes(2);

    public static readonly TimeSpan Recently = TimeSpan.FromSeconds(5);

    /// <summary>Somebody may turn the weights all day long, and a second has a bucket for each of them.</summary>
    private const int MostBuckets = 4000;
    private const int MostEpochs = 200;
    private const int MostIncidents = 500;

    private readonly List<Bucket> _buckets = [];
    private readonly List<Epoch> _epochs = [];
    private readonly List<Incident> _incidents = [];
    private DateTimeOffset _from = DateTimeOffset.MinValue;
    private Incident? _break;

    /// <summary>The host's clock at the newest frame.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>Why the newest edit of the manifests is not in force; absent when it is.</summary>
    public string? Warning { get; private set; }

    /// <summary>Around the weights in force.</summary>
    public Circumstances Circumstances { get; private set; } = Circumstances.None;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Bucket> Buckets => _buckets;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Epoch> Epochs => _epochs;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Incident> Incidents => _incidents;

    /// <summary>Absent before the first frame.</summary>
    public Epoch? Current => _epochs.Count > 0 ? _epochs[^1] : null;

    /// <summary>How long ago the oldest answer was.</summary>
    public TimeSpan Seen => _buckets.Count > 0
        ? Now - DateTimeOffset.FromUnixTimeSeconds(_buckets[0].Second)
        : TimeSpan.Zero;

    /// <summary>How many of the requests of the last seconds failed without being declared to.</summary>
    public double FailedPercent
    {
        get
        {
            var (all, failed) = (0L, 0L);
            foreach (var tally in _buckets
                .Skip(IndexOf((Now - Recently).ToUnixTimeSeconds()))
                .SelectMany(bucket => bucket.Tallies))
            {
                var isMeant = tally.Outcome == Outcome.Color
                    || (tally.Outcome == Outcome.Error && tally.Status == Current?.Split?.AbortStatus);
                (all, failed) = (all + tally.Count, failed + (isMeant ? 0 : tally.Count));
            }

            return all == 0 ? 0 : 100.0 * failed / all;
        }
    }

    /// <summary>A bucket replaces the one it continues; frames may be missed.</summary>
    public void Add(Frame frame)
    {
        (Now, Warning, Circumstances) = (frame.Now, frame.Warning, frame.Circumstances ?? Circumstances);
        foreach (var epoch in frame.Epochs)
        {
            Put(_epochs, epoch, static (a, b) => a.Number.CompareTo(b.Number));
        }

        foreach (var bucket in frame.Buckets)
        {
            Put(_buckets, bucket, static (a, b) => BucketKey.ByTime.Compare(a.Key, b.Key));
        }

        foreach (var incident in frame.Incidents ?? [])
        {
            Put(_incidents, incident, ByTime);
        }

        Mend();
        Forget();
    }

    /// <summary>The page and its host have lost each other, until the next frame.</summary>
    public void Break()
    {
        if (_break is null && Current is not null)
        {
            _break = new(-1, Now, IncidentKind.StreamBroke, "the stream broke");
            Put(_incidents, _break, ByTime);
        }
    }

    /// <summary>All that was until now is forgotten, but the weights in force.</summary>
    public void Clear()
    {
        if (Current is not null)
        {
            _from = DateTimeOffset.FromUnixTimeSeconds(Now.ToUnixTimeSeconds() + 1);
            Forget();
        }
    }

    /// <summary>Where in <see cref="Buckets"/> the first one stands that is not older.</summary>
    /// <param name="second">Since 1970.</param>
    public int IndexOf(long second)
    {
        var (low, high) = (0, _buckets.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _buckets[middle].Second < second ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>What is new belongs to the end, nearly always.</summary>
    private static void Put<T>(List<T> list, T item, Comparison<T> order)
    {
        var at = list.Count;
        while (at > 0 && order(list[at - 1], item) > 0)
        {
            at--;
        }

        if (at > 0 && order(list[at - 1], item) == 0)
        {
            list[at - 1] = item;
        }
        else
        {
            list.Insert(at, item);
        }
    }

    /// <summary>A restarted host counts its incidents from 1 again.</summary>
    private static int ByTime(Incident a, Incident b) => (a.At, a.Number).CompareTo((b.At, b.Number));

    private void Mend()
    {
        if (_break is { } broken)
        {
            var text = FormattableString.Invariant($"the stream broke for {(Now - broken.At).TotalSeconds:0.0} s");
            Put(_incidents, broken with { Text = text }, ByTime);
            _break = null;
        }
    }

    private void Forget()
    {
        var oldest = Now - Length > _from ? Now - Length : _from;
        var second = oldest.ToUnixTimeSeconds();
        _buckets.RemoveRange(0, Math.Max(IndexOf(second), _buckets.Count - MostBuckets));
        _incidents.RemoveRange(0, Math.Max(
            _incidents.TakeWhile(incident => incident.At < oldest).Count(), _incidents.Count - MostIncidents));

        // An epoch ends where the next begins.
        while (_epochs.Count > 1 && (_epochs[1].Since.ToUnixTimeSeconds() < second || _epochs.Count > MostEpochs))
        {
            _epochs.RemoveAt(0);
        }
    }
}
