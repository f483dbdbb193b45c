using System.Globalization;
using Spectre.Console;

namespace ColorDemo.Grid.Bench;

/// <summary>The result for people.</summary>
internal static class BudgetTable
{
    /// <summary>A redirected console has no width of its own, and a row should stay on its line.</summary>
    private const int RedirectedWidth = 160;

    public static void Write(IReadOnlyList<Row> rows)
    {
        var console = AnsiConsole.Console;
        if (!console.Profile.Out.IsTerminal)
        {
            console.Profile.Width = RedirectedWidth;
        }

        var table = new Table().AddColumns("what", "goal", "median", "single rounds", "");
        foreach (var row in rows)
        {
            table.AddRow(
                row.What, Goal(row), Text(row.Value, row), Spread(row),
                row.IsMet switch { true => "met", false => "MISSED", null => "" });
        }

        console.Write(table);
    }

    private static string Goal(Row row) => row switch
    {
        { Least: { } least } => $">= {Text(least, row)}",
        { Most: { } most } => $"<= {Text(most, row)}",
        _ => "",
    };

    private static string Spread(Row row) => row.Figures.Count > 1
        ? $"{Text(row.Figures.Min(), row)} to {Text(row.Figures.Max(), row)} ({row.Figures.Count})"
        : "";

    private static string Text(double figure, Row row) =>
        figure.ToString($"N{row.Digits}", CultureInfo.InvariantCulture);
}
