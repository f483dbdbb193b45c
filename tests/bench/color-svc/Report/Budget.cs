using ColorDemo.ColorService.Bench.Contestants;
using ColorDemo.ColorService.Bench.Measuring;

namespace ColorDemo.ColorService.Bench.Report;

/// <summary>What color-svc may cost with everything on: metrics, 1 % of the traces, headers of identity.</summary>
internal static class Budget
{
    private const string Ours = Contestant.EverythingOn;

    /// <summary>Requests per second over those of the original and of nginx, by connections.</summary>
    private static readonly (int Connections, double Original, double Nginx)[] Throughput =
        [(32, 2.5, 0.72), (256, 2.2, 0.55)];

    public static IReadOnlyList<Goal> Judge(Results results) =>
    [
        .. Throughput
            .Where(goal => results.Settings.Connections.Contains(goal.Connections))
            .SelectMany(goal => UnderLoad(results, goal.Connections, goal.Original, goal.Nginx)),
        Goal.AtMost("resident after the load", 45, " MiB", Resident(results)),
        Goal.AtMost("start to first answer", 40, " ms", results.StartMilliseconds(Ours)),
        Goal.AtMost("native file, stripped", 20, " MiB", results.ProgramMebibytes(Ours)),
    ];

    private static IEnumerable<Goal> UnderLoad(Results results, int connections, double original, double nginx)
    {
        const double Off = 0.88;
        const double P99 = 0.6;

        var at = $"{connections} connections";
        yield return Goal.AtLeast($"requests/s over the original's, {at}", original, Over(Contestant.Original, Rate));
        yield return Goal.AtLeast($"requests/s over nginx's, {at}", nginx, Over(Contestant.Nginx, Rate));
        yield return Goal.AtLeast($"requests/s over those with all off, {at}", Off, Over(Contestant.Off, Rate));
        yield return Goal.AtMost($"p99 over the original's, {at}", P99, Over(Contestant.Original, run => run.Load.P99));

        Ratio? Over(string other, Func<Run, double> figure) => results.RatioOf(Ours, other, connections, figure);
    }

    private static double Rate(Run run) => run.Load.RequestsPerSecond;

    private static double? Resident(Results results) =>
        results.Settings.Connections.Max(one => results.MedianOf(Ours, one, run => run.ResidentMebibytes));
}
