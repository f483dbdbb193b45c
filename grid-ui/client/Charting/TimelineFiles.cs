using System.Runtime.Versioning;
using ColorDemo.Grid.Statistics;

namespace ColorDemo.Grid;

/// <summary>What is shown, as files.</summary>
[SupportedOSPlatform("browser")]
internal static class TimelineFiles
{
    /// <param name="kind">csv, json or png.</param>
    /// <param name="svg">The id of the picture.</param>
    public static async Task SaveAsync(
        string kind, string title, DateTimeOffset at, string svg, TimelineChart chart, History history,
        IReadOnlyDictionary<long, Reaction> reactions)
    {
        await FileSaver.LoadAsync();
        var name = ExportName.Of(title, at, kind);
        switch (kind)
        {
            case "csv":
                FileSaver.SaveText(name, "text/csv", CsvExport.Of(history, chart.Window, chart.Marks));
                break;
            case "json":
                FileSaver.SaveText(
                    name, "application/json", JsonExport.Of(title, history, chart.Window, reactions));
                break;
            default:
                FileSaver.SavePicture(svg, name, $"{title}, {chart.Window.End.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");
                break;
        }
    }
}
