using ColorDemo.ColorService.Bench;

namespace ColorDemo.Grid.Bench;

/// <summary>The host without browsers: many viewers of one panel, then as many requests as it can send.</summary>
internal static class HostLoad
{
    /// <summary>Until the code is compiled.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    /// <summary>Requests are counted from one frame to another: at either end one may be on its way.</summary>
    private static readonly TimeSpan Edges = 2 * TimeSpan.FromMilliseconds(17);

    /// <remarks>This process keeps off the host's core from the second part on: to be measured last.</remarks>
    public static async Task<IReadOnlyList<Row>> MeasureAsync(
        string folder, FastGateway gateway, Cores cores, GridBenchSettings settings, CancellationToken stop)
    {
        var viewers = await ViewersAsync(folder, gateway, settings, stop);
        await cores.PinThisProcessAsync(stop);
        return [.. viewers, .. await SamplerAsync(folder, gateway, cores, settings, stop)];
    }

    private static async Task<IReadOnlyList<Row>> ViewersAsync(
        string folder, FastGateway gateway, GridBenchSettings settings, CancellationToken stop)
    {
        var (viewers, rate) = (settings.Viewers, settings.Rate);
        await using var host = await GridHost.StartAsync(folder, gateway.Address, null, stop);
        await using var crowd = await Crowd.GatherAsync(host, viewers, rate, stop);
        Progress.Say($"{viewers} viewers of one panel at {rate:#,0} requests/s, all on all cores");
        await Task.Delay(WarmUp, stop);
        var watched = await crowd.WatchAsync(settings.Length, stop);
        return
        [
            Row.Of($"{viewers} viewers: furthest behind, ms", watched.Behind.TotalMilliseconds, most: 500),
            Row.Of("- frames/s a viewer", watched.Frames / settings.Length.TotalSeconds / viewers, most: 60),
            Row.Of("- requests/s upstream", watched.Rate, least: rate * (1 - Edges / settings.Length)),
            Row.Of("- cores used by the host", watched.Cpu / settings.Length, 2),
            Row.Of("- resident, MiB", watched.ResidentMebibytes, most: 300),
        ];
    }

    private static async Task<IReadOnlyList<Row>> SamplerAsync(
        string folder, FastGateway gateway, Cores cores, GridBenchSettings settings, CancellationToken stop)
    {
        await using var host = await GridHost.StartAsync(folder, gateway.Address, cores, stop);
        await using var crowd = await Crowd.GatherAsync(host, 1, 10_000, stop);
        Progress.Say($"the sampler at 10,000 requests/s; {cores.Description}");
        await Task.Delay(WarmUp, stop);
        var watched = await crowd.WatchAsync(settings.Length, stop);
        return
        [
            Row.Of("sampler: requests/s, one endpoint", watched.Rate, least: 10_000 * (1 - Edges / settings.Length)),
            Row.Of("- requests skipped", watched.Skipped, most: 0),
            Row.Of("- core time of the host, us/request", watched.Cpu.TotalMicroseconds / watched.Count, 1),
            Row.Of("- latency p50, ms", watched.LatencyP50, 2),
            Row.Of("- latency p99, ms", watched.LatencyP99, 2),
        ];
    }
}
