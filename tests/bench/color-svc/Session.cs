using ColorDemo.ColorService.Bench.Contestants;
using ColorDemo.ColorService.Bench.Measuring;
using ColorDemo.ColorService.Bench.Report;

namespace ColorDemo.ColorService.Bench;

/// <summary>One measurement from its preparation to its report.</summary>
internal static class Session
{
    private const int Interrupted = 130; // what a shell says after Ctrl-C

    /// <returns>The exit code: 0 when all was measured, whether or not the goals were met.</returns>
    public static async Task<int> RunAsync(BenchSettings settings, CancellationToken stop)
    {
        try
        {
            var results = await MeasureAsync(settings, stop);
            if (settings.IsJson)
            {
                JsonReport.Write(results);
            }
            else
            {
                TableReport.Write(results);
            }

            return results.Invalid is []
                ? 0
                : Fail($"{results.Invalid.Count} runs were invalid and left out: do not rely on the figures.");
        }
        catch (BenchException problem)
        {
            return Fail(problem.Message);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Progress.Say("stopped; whatever was started has ended");
            return Interrupted;
        }
    }

    private static async Task<Results> MeasureAsync(BenchSettings settings, CancellationToken stop)
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new BenchException("Only Linux tells through /proc what a server costs.");
        }

        using var work = new WorkFolder();
        var cores = new Cores();
        var wrk = new Wrk(cores, work);
        await using var traces = await TraceSink.StartAsync(stop);

        Progress.Say(cores.Description);
        var field = await Field.GatherAsync(settings, work, traces, cores, stop);
        await cores.PinThisProcessAsync(stop);

        var starts = await StartTimes.MeasureAsync(field, settings.Starts, cores, stop);
        var runs = await new Rounds(settings, cores, wrk).RunAsync(field, stop);
        return new(settings, cores.Description, field, starts, runs, traces.Batches);
    }

    private static int Fail(string message)
    {
        Console.Error.WriteLine(message);
        return 1;
    }
}
