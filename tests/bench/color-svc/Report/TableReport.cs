using System.Globalization;
using ColorDemo.ColorService.Bench.Contestants;
using ColorDemo.ColorService.Bench.Measuring;
using Spectre.Console;

namespace ColorDemo.ColorService.Bench.Report;

/// <summary>The result for people.</summary>
internal static class TableReport
{
    /// <summary>A redirected console has no width of its own, and a row should stay on its line.</summary>
    private const int RedirectedWidth = 160;

    private const string Unknown = "-";
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
        console.Write(LoadTable(results));
        console.Write(OnceTable(results));
        console.Write(GoalTable(Budget.Judge(results)));
        foreach (var run in results.Invalid)
        {
            console.WriteLine(
                $"INVALID: {run.Contestant}, round {run.Round}, {run.Connections} connections: "
                + $"{run.Load.Refused} answers of status 400 or above, {run.Load.Broken} broken or late");
        }

        if (results.TraceBatches == 0)
        {
            console.WriteLine("No traces arrived: \"everything on\" was measured without them.");
        }

        if (results.Runs.Count(run => run.CoreShare < EnoughOfACore) * 2 > results.Runs.Count)
        {
            console.WriteLine(
                $"BUSY MACHINE: in most runs the server had less than {EnoughOfACore:P0} of its core. "
                + "Only CPU us/req says something; measure again when nothing else runs.");
        }
    }

    private static Table LoadTable(Results results)
    {
        var table = Create(
            "contestant", "conn", "req/s", "x original", "x nginx", "x off",
            "p50 us", "p99 us", "CPU us/req", "core %", "RSS MiB");
        foreach (var (name, connections) in
            from one in results.Field from connections in results.Settings.Connections select (one.Name, connections))
        {
            table.AddRow(
                name,
                $"{connections}",
                Text(Of(run => run.Load.RequestsPerSecond), "N0"),
                Text(Over(Contestant.Original), "0.00"),
                Text(Over(Contestant.Nginx), "0.00"),
                Text(Over(Contestant.Off), "0.00"),
                Text(Of(run => run.Load.P50), "N0"),
                Text(Of(run => run.Load.P99), "N0"),
                Text(Of(run => run.CpuMicroseconds), "0.0"),
                Text(Of(run => run.CoreShare * 100), "0"),
                Text(Of(run => run.ResidentMebibytes), "0.0"));

            double? Of(Func<Run, double> figure) => results.MedianOf(name, connections, figure);

            double? Over(string other) =>
                results.RatioOf(name, other, connections, run => run.Load.RequestsPerSecond)?.OfMedians;
        }

        return table;
    }

    private static Table OnceTable(Results results)
    {
        var table = Create("contestant", $"start ms, median of {results.Settings.Starts}", "file MiB");
        foreach (var name in results.Field.Select(one => one.Name))
        {
            table.AddRow(
                name, Text(results.StartMilliseconds(name), "0.0"), Text(results.ProgramMebibytes(name), "0.0"));
        }

        return table;
    }

    private static Table GoalTable(IReadOnlyList<Goal> goals)
    {
        var table = Create("goal, everything on", "wanted", "measured", "single rounds", "");
        foreach (var goal in goals)
        {
            table.AddRow(
                goal.Claim,
                $"{(goal.IsAtMost ? "at most" : "at least")} {goal.Bound}{goal.Unit}",
                goal.Measured is null ? Unknown : $"{Text(goal.Measured, "0.00")}{goal.Unit}",
                goal.Spread is { } spread ? $"{spread.Lowest:0.00} to {spread.Highest:0.00}" : Unknown,
                goal.IsMet switch { true => "[green]met[/]", false => "[red]not met[/]", null => "not measured" });
        }

        return table;
    }

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
        figure?.ToString(format, CultureInfo.InvariantCulture) ?? Unknown;
}
