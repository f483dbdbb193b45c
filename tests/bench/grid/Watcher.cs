using System.Buffers.Binary;
using System.Net.WebSockets;
using System.Text.Json;
using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Bench;

/// <summary>One viewer: reads frames as they come, and says so as the page does.</summary>
internal sealed class Watcher : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly FrameReader? _reader;
    private readonly SortedDictionary<BucketKey, Bucket> _buckets = new(BucketKey.ByTime);
    private Task _watching = Task.CompletedTask;
    private long _now = DateTimeOffset.UtcNow.UtcTicks;
    private long _frames;
    private long _count;
    private long _skipped;

    private Watcher(bool countsAll) => _reader = countsAll ? new() : null;

    public long Frames => Interlocked.Read(ref _frames);

    public long Count => Interlocked.Read(ref _count);

    public long Skipped => Interlocked.Read(ref _skipped);

    /// <summary>The age of the newest frame: one machine has one clock.</summary>
    public TimeSpan Behind => TimeSpan.FromTicks(DateTimeOffset.UtcNow.UtcTicks - Interlocked.Read(ref _now));

    /// <summary>Milliseconds, of the last ten seconds.</summary>
    public double Latency(double part)
    {
        lock (_buckets)
        {
            var counts = _buckets.Values.TakeLast(10).SelectMany(bucket => bucket.Latencies ?? []).ToList();
            return LatencyBin.Percentile(counts, part) ?? double.NaN;
        }
    }

    /// <param name="countsAll">Whether it reads all of a frame, as a page, or only when it was made.</param>
    public static async Task<Watcher> JoinAsync(Uri address, bool countsAll, CancellationToken stop)
    {
        var watcher = new Watcher(countsAll);
        await watcher._socket.ConnectAsync(address, stop);
        watcher._watching = watcher.WatchAsync();
        return watcher;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Dispose();
        _stop.Dispose();
    }

    private async Task WatchAsync()
    {
        var buffer = new byte[64 * 1024];
        for (var seen = 1; ; seen++)
        {
            var length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                if (length == buffer.Length)
                {
                    Array.Resize(ref buffer, 2 * length);
                }

                part = await _socket.ReceiveAsync(buffer.AsMemory(length), _stop.Token);
                length += part.Count;
            }
            while (!part.EndOfMessage);

            Note(buffer.AsSpan(0, length));
            if (seen % FrameFormat.FramesPerWord == 0)
            {
                await _socket.SendAsync(
                    ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Binary, endOfMessage: true, _stop.Token);
            }
        }
    }

    private void Note(ReadOnlySpan<byte> message)
    {
        Interlocked.Increment(ref _frames);
        if (_reader is null)
        {
            var head = message.Slice(sizeof(uint), (int)BinaryPrimitives.ReadUInt32LittleEndian(message));
            var now = JsonSerializer.Deserialize(head, WireJson.Default.FrameHead)!.Now;
            Interlocked.Exchange(ref _now, now.UtcTicks);
            return;
        }

        var frame = _reader.Read(message);
        Interlocked.Exchange(ref _now, frame.Now.UtcTicks);
        Interlocked.Add(ref _skipped, frame.Incidents?.Count(one => one.Kind == IncidentKind.Skipped) ?? 0);
        lock (_buckets)
        {
            foreach (var bucket in frame.Buckets)
            {
                Interlocked.Add(ref _count, Total(bucket) - Total(_buckets.GetValueOrDefault(bucket.Key)));
                _buckets[bucket.Key] = bucket;
            }
        }
    }

    private static long Total(Bucket? bucket) => bucket?.Tallies.Sum(tally => (long)tally.Count) ?? 0;
}
