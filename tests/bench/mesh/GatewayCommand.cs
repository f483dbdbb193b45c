using System.CommandLine;
using ColorDemo.ColorService.Bench;
using ColorDemo.ColorService.Bench.Contestants;
using ColorDemo.ColorService.Bench.Measuring;
using ColorDemo.ColorService.Bench.Report;
using ColorDemo.Mesh.Bench.Contestants;
using ColorDemo.Mesh.Bench.Report;

namespace ColorDemo.Mesh.Bench;

/// <summary>The command line of the measurement under load.</summary>
internal static class GatewayCommand
{
    private const int Interrupted = 130; // what a shell says after Ctrl-C

    private static readonly Option<int> Rounds =
        NumberOption.Create("--rounds", 5, 1, 100, "How often every contestant is started and loaded, in turn.");

    private static readonly Option<int> Seconds =
        NumberOption.Create("--seconds", 5, 1, 600, "Length of each load.");

    private static readonly Option<int> WarmUp =
        NumberOption.Create("--warm-up", 10, 1, 60, "Seconds of load after each start that are not measured.");

    private static readonly Option<int[]> Connections = NumberOption.CreateList(
        "--connections", [32], 1, 4000, "How many connections ask at the same time; each number is a load of its own.");

    public static RootCommand Create()
    {
        var root = new RootCommand("""
            Measures the ingress gateway beside nginx and haproxy, all forwarding 80/20 to the same two backends.

            Each proxy is pinned to one core; wrk, and nginx as the backends, have another one: a round starts, warms up
            and loads each contestant in turn, and medians of all rounds are compared with goals.

            Needs Linux, wrk and nginx (Debian: apt-get install wrk nginx-light); haproxy takes part when it is there.
            """);
        foreach (var option in (Option[])[Rounds, Seconds, WarmUp, Connections])
        {
            root.Add(option);
        }

        root.SetAction((parsed, stop) => RunAsync(
            new(
                parsed.GetValue(Rounds), parsed.GetValue(Seconds), parsed.GetValue(WarmUp),
                parsed.GetValue(Connections)!, 0, null, null, [], IsJson: false),
            stop));
        return root;
    }

    /// <returns>The exit code: 0 when all was measured, whether or not the goals were met.</returns>
    private static async Task<int> RunAsync(BenchSettings settings, CancellationToken stop)
    {
        try
        {
            var results = await MeasureAsync(settings, stop);
            GatewayReport.Write(results);
            return results.Invalid.Count == 0 ? 0 : 1;
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

    private static async Task<Results> MeasureAsync(BenchSettings settings, CancellationToken stop)
    {
        using var work = new WorkFolder();
        var cores = new Cores();
        var wrk = new Wrk(cores, work);
        Progress.Say(cores.Description);

        await using var backends = Backends.Start(work, cores);
        Contestant?[] field =
        [
            GatewayHost.Configure(work, backends),
            ForwardingNginx.Configure(work, backends),
            ForwardingHaproxy.Configure(work, backends),
        ];
        Contestant[] taking = [.. field.OfType<Contestant>()];
        await cores.PinThisProcessAsync(stop);
        var runs = await new Rounds(settings, cores, wrk).RunAsync(taking, stop);
        return new(settings, cores.Description, taking, new Dictionary<string, double>(), runs, 0);
    }
}
