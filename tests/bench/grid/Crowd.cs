using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Bench;

/// <summary>Viewers of one panel, without browsers.</summary>
internal sealed class Crowd : IAsyncDisposable
{
    /// <summary>Between two looks at how far each one is behind.</summary>
    private static readonly TimeSpan Looking = TimeSpan.FromMilliseconds(20);

    private readonly GridHost _host;
    private readonly IReadOnlyList<Watcher> _watchers;

    private Crowd(GridHost host, IReadOnlyList<Watcher> watchers) => (_host, _watchers) = (host, watchers);

    public static async Task<Crowd> GatherAsync(GridHost host, int viewers, int rate, CancellationToken stop)
    {
        var sampling = new Sampling("armadillo", "/random", rate);
        var address = new UriBuilder(new Uri(host.Address, $"stream?{sampling}")) { Scheme = "ws" }.Uri;
        List<Watcher> watchers = [await Watcher.JoinAsync(address, countsAll: true, stop)];
        foreach (var some in Enumerable.Range(1, viewers - 1).Chunk(50))
        {
            watchers.AddRange(await Task.WhenAll(
                some.Select(_ => Watcher.JoinAsync(address, countsAll: false, stop))));
        }

        return new(host, watchers);
    }

    public async Task<Watched> WatchAsync(TimeSpan length, CancellationToken stop)
    {
        var counter = _watchers[0];
        var (began, cpu) = (DateTimeOffset.UtcNow, _host.Processes.Cpu);
        var (count, frames, skipped) = (counter.Count, _watchers.Sum(one => one.Frames), counter.Skipped);
        var behind = TimeSpan.Zero;
        while (DateTimeOffset.UtcNow - began < length)
        {
            await Task.Delay(Looking, stop);
            behind = TimeSpan.FromTicks(Math.Max(behind.Ticks, _watchers.Max(one => one.Behind.Ticks)));
        }

        var elapsed = DateTimeOffset.UtcNow - began;
        var counted = counter.Count - count;
        return new(
            counted, counted / elapsed.TotalSeconds, counter.Skipped - skipped, behind,
            _watchers.Sum(one => one.Frames) - frames, _host.Processes.Cpu - cpu,
            _host.Processes.ResidentMebibytes, counter.Latency(0.5), counter.Latency(0.99));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var watcher in _watchers)
        {
            await watcher.DisposeAsync();
        }
    }
}

/// <param name="Count">Of requests that ended.</param>
/// <param name="Rate">Of them a second.</param>
/// <param name="Behind">The host's clock ahead of the newest frame that a viewer had, at worst.</param>
/// <param name="Frames">Of all viewers.</param>
/// <param name="Cpu">Of the host.</param>
/// <param name="LatencyP50">Milliseconds.</param>
internal sealed record Watched(
    long Count, double Rate, long Skipped, TimeSpan Behind, long Frames, TimeSpan Cpu, double ResidentMebibytes,
    double LatencyP50, double LatencyP99);
