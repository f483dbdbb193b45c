using ColorDemo.ColorService.Bench;
using Microsoft.Playwright;
using Progress = ColorDemo.ColorService.Bench.Progress;

namespace ColorDemo.Grid.Bench;

/// <summary>All that is measured, in turn, and the table of it.</summary>
internal static class Measurement
{
    private const int Interrupted = 130; // what a shell says after Ctrl-C

    /// <returns>The exit code: 0 when all was measured, whether or not the goals were met.</returns>
    public static async Task<int> RunAsync(GridBenchSettings settings, CancellationToken stop)
    {
        try
        {
            using var work = new WorkFolder();
            var cores = new Cores();
            var folder = settings.Host?.FullName ?? await HostImage.PublishAsync(work, stop);
            await using var gateway = FastGateway.Start(work, cores);
            List<Row> rows = [];
            if (settings.Wants(Part.Page) || settings.Wants(Part.Cells))
            {
                await using var host = await GridHost.StartAsync(folder, gateway.Address, null, stop);
                await using var browser = await Browser.LaunchAsync();
                rows.AddRange(settings.Wants(Part.Page)
                    ? await Openings.MeasureAsync(browser, host, settings.Rounds, stop)
                    : []);
                rows.AddRange(settings.Wants(Part.Cells)
                    ? await Painting.MeasureAsync(browser, host, settings.Rounds, stop)
                    : []);
            }

            rows.AddRange(settings.Wants(Part.Reaction) ? await ReactAsync(folder, settings.Rounds, stop) : []);
            rows.AddRange(settings.Wants(Part.Host)
                ? await HostLoad.MeasureAsync(folder, gateway, cores, settings, stop)
                : []);
            BudgetTable.Write(rows);
            return 0;
        }
        catch (Exception problem) when (problem is BenchException or PlaywrightException)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return 1;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Interrupted;
        }
    }

    private static async Task<IReadOnlyList<Row>> ReactAsync(string folder, int rounds, CancellationToken stop)
    {
        Progress.Say("starting color-demo");
        await using var demo = await Demo.StartAsync(stop);
        await using var host = await GridHost.StartAsync(folder, demo.Gateway, null, stop, demo.Kubeconfig);
        await using var browser = await Browser.LaunchAsync();
        return
        [
            .. await Reactions.MeasureAsync(browser, host, demo, 200, 0.8, rounds, stop),
            .. await Reactions.MeasureAsync(browser, host, demo, 2_000, 0.3, rounds, stop),
        ];
    }
}
