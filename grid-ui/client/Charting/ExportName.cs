using System.Globalization;

namespace ColorDemo.Grid;

/// <summary>What a file is called that a panel gives away.</summary>
public static class ExportName
{
    /// <param name="title">Of the panel; anything.</param>
    public static string Of(string title, DateTimeOffset at, string extension)
    {
        // Not a regular expression: nothing else on the page needs their library, which would be fetched for this.
        var safe = string.Concat(title.ToLowerInvariant().Select(one => char.IsAsciiLetterOrDigit(one) ? one : ' '));
        var panel = string.Join('-', safe.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var time = at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        return $"colordemo-{(panel.Length > 0 ? panel[..Math.Min(panel.Length, 40)] : "panel")}-{time}.{extension}";
    }
}
