using System.Globalization;
using System.Text.RegularExpressions;

namespace ColorDemo.Grid;

/// <summary>What a file is called that a panel gives away.</summary>
public static partial class ExportName
{
    /// <param name="title">Of the panel; anything.</param>
    public static string Of(string title, DateTimeOffset at, string extension)
    {
        var panel = NotInNames().Replace(title.ToLowerInvariant(), "-").Trim('-');
        var time = at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        return $"colordemo-{(panel.Length > 0 ? panel[..Math.Min(panel.Length, 40)] : "panel")}-{time}.{extension}";
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotInNames();
}
