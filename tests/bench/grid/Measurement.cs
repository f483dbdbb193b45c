using ColorDemo.ColorService.Bench;
using Spectre.Console;
using Progress = ColorDemo.ColorService.Bench.Progress;

namespace ColorDemo.Grid.Bench;

/// <summary>All that is measured, in turn, and the table of it.</summary>
internal static class Measurement
{
    private const int Interrupted = 130; // what a shell says after Ctrl-C

    /// <returns>The exit code: 0 when all was measured, whether or not the goals were met.</returns>
    public static async Task<int> RunAsync(TimeSpan length, int viewers, int rate, CancellationToken stop)
    {
        try
        {
            using var work = new WorkFolder();
            var cores = new Cores();
            await using var gateway = FastGateway.Start(work, cores);
            var table = new Table().AddColumns("what", "measured", "goal");
            await MeasureViewersAsync(gateway, length, viewers, rate, table, stop);
            await cores.PinThisProcessAsync(stop);
            await MeasureSamplerAsync(gateway, cores, length, table, stop);
            AnsiConsole.Write(table);
            return 0;
        }
        catch (BenchException problem)
        {
            Console.Error.WriteLine(problem.Message);
            return 1;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Interrupted;
        }
    }

    private static async Task MeasureSamplerAsync(
        FastGateway gateway, Cores cores, TimeSpan length, Table table, CancellationToken stop)
    {
        await using var host = await GridHost.StartAsync(gateway, cores, stop);
        await using var crowd = await Crowd.GatherAsync(host, 1, 10_000, stop);
        Progress.Say($"the sampler at 10,000 requests/s; {cores.Description}");
        await Task.Delay(TimeSpan.FromSeconds(5), stop); // until its code is compiled
        var watched = await crowd.WatchAsync(length, stop);
        table.AddRow("requests/s, one endpoint", $"{watched.Rate:#,0} (skipped {watched.Skipped:#,0})", ">= 10,000");
        table.AddRow("core time of the host, us/request", $"{watched.Cpu.TotalMicroseconds / watched.Count:0.0}", "");
        table.AddRow("latency p50, p99, ms", watched.Latencies, "");
    }

    private static async Task MeasureViewersAsync(
        FastGateway gateway, TimeSpan length, int viewers, int rate, Table table, CancellationToken stop)
    {
        await using var host = await GridHost.StartAsync(gateway, null, stop);
        await using var crowd = await Crowd.GatherAsync(host, viewers, rate, stop);
        Progress.Say($"{viewers} viewers of one panel at {rate:#,0} requests/s, all on all cores");
        await Task.Delay(TimeSpan.FromSeconds(5), stop);
        var watched = await crowd.WatchAsync(length, stop);
        table.AddRow($"{viewers} viewers: furthest behind, ms", $"{watched.Behind.TotalMilliseconds:0}", "<= 500");
        table.AddRow("frames/s a viewer", $"{watched.Frames / length.TotalSeconds / viewers:0.0}", "<= 60");
        table.AddRow("requests/s upstream", $"{watched.Rate:#,0}", $"{rate:#,0}");
        table.AddRow("cores used by the host", $"{watched.Cpu / length:0.00}", "");
        table.AddRow("resident, MiB", $"{watched.ResidentMebibytes:0}", "<= 300");
    }
}
