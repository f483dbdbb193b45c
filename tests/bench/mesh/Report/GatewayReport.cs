using System.Globalization;
using ColorDemo.ColorService.Bench.Contestants;
using ColorDemo.ColorService.Bench.Measuring;
using ColorDemo.ColorService.Bench.Report;
using ColorDemo.Mesh.Bench.Contestants;
using Spectre.Console;

namespace ColorDemo.Mesh.Bench.Report;

/// <summary>The result for people.</summary>
internal static class GatewayReport
{
    private const double Wanted = 0.6;
    private const int RedirectedWidth = 150;
    private const double EnoughOfACore = 0.9;

    public static void Write(Results results)
    {
        var console = AnsiConsole.Console;
        if (!console.Profile.Out.IsTerminal)
        {
            console.Profile.Width = RedirectedWidth;
        }

        console.WriteLine(
            $"Medians of {results.Settings.Rounds} rounds of {results.Settings.Seconds} s; {results.Cores}.");
        console.Write(Loads(results));
        console.Write(Goals(results));
        foreach (var run in results.Invalid)
        {
            console.WriteLine(
                $"INVALID: {run.Contestant}, round {run.Round}, {run.Connections} connections: "
                + $"{run.Load.Refused} answers of status 400 or above, {run.Load.Broken} broken or late");
        }

        if (results.Runs.Count(run => run.CoreShare < EnoughOfACore) * 2 > results.Runs.Count)
        {
            console.WriteLine("BUSY MACHINE: most proxies had no core of their own. Only CPU us/req says something.");
        }
    }

    private static Table Loads(Results results)
    {
        var table = Create(
            "contestant", "conn", "req/s", "x nginx", "x haproxy",
            "p50 us", "p99 us", "CPU us/req", "core %", "RSS MiB");
        foreach (var (name, connections) in
            from one in results.Field from connections in results.Settings.Connections select (one.Name, connections))
        {
            table.AddRow(
                name,
                $"{connections}",
                Of(run => run.Load.RequestsPerSecond, "N0"),
                Over(Contestant.Nginx),
                Over(Contestant.Haproxy),
                Of(run => run.Load.P50, "N0"),
                Of(run => run.Load.P99, "N0"),
                Of(run => run.CpuMicroseconds, "0.0"),
                Of(run => run.CoreShare * 100, "0"),
                Of(run => run.ResidentMebibytes, "0.0"));

            string Of(Func<Run, double> figure, string format) =>
                Text(results.MedianOf(name, connections, figure), format);

            string Over(string other) => Text(results.RatioOf(name, other, connections, Rate)?.OfMedians, "0.00");
        }

        return table;
    }

    private static Table Goals(Results results)
    {
        var table = Create("goal", "wanted", "measured", "single rounds", "");
        foreach (var goal in
            from connections in results.Settings.Connections
            from other in (string[])[Contestant.Nginx, Contestant.Haproxy]
            select Goal.AtLeast(
                $"requests/s over {other}'s, {connections} connections",
                Wanted,
                results.RatioOf(GatewayHost.Name, other, connections, Rate)))
        {
            table.AddRow(
                goal.Claim,
                $"at least {goal.Bound}",
                Text(goal.Measured, "0.00"),
                goal.Spread is { } spread ? $"{spread.Lowest:0.00} to {spread.Highest:0.00}" : "-",
                goal.IsMet switch { true => "[green]met[/]", false => "[red]not met[/]", null => "not measured" });
        }

        return table;
    }

    private static double Rate(Run run) => run.Load.RequestsPerSecond;

    private static Table Create(string first, params ReadOnlySpan<string> figures)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(first);
        foreach (var figure in figures)
        {
            table.AddColumn(figure, column => column.RightAligned());
        }

        return table;
    }

    private static string Text(double? figure, string format) =>
        figure?.ToString(format, CultureInfo.InvariantCulture) ?? "-";
}
