using System.Globalization;
using System.Text.RegularExpressions;

namespace ColorDemo.Mesh.Istio;

/// <summary>Durations as Go and Kubernetes write them, for example <c>1h2m3.5s</c>.</summary>
/// <remarks>Source: Go's <c>time.ParseDuration</c>; bare numbers but 0 have no unit and are none.</remarks>
internal static partial class GoDuration
{
    public static TimeSpan? Parse(string text)
    {
        var match = Pattern.Match(text);
        if (!match.Success)
        {
            return text is "0" or "+0" or "-0" ? TimeSpan.Zero : null;
        }

        double milliseconds = 0;
        for (var part = 0; part < match.Groups["number"].Captures.Count; part++)
        {
            var number = double.Parse(match.Groups["number"].Captures[part].Value, CultureInfo.InvariantCulture);
            milliseconds += number * MillisecondsOf(match.Groups["unit"].Captures[part].Value);
        }

        var sign = match.Groups["sign"].Value == "-" ? -1 : 1;
        return milliseconds < TimeSpan.MaxValue.TotalMilliseconds
            ? TimeSpan.FromTicks((long)Math.Round(sign * milliseconds * TimeSpan.TicksPerMillisecond))
            : null;
    }

    private static double MillisecondsOf(string unit) => unit switch
    {
        "h" => 3_600_000,
        "m" => 60_000,
        "s" => 1_000,
        "ms" => 1,
        "ns" => 0.000_001,
        _ => 0.001, // us, in three spellings
    };

    [GeneratedRegex(
        @"\A(?<sign>[+-]?)(?:(?<number>[0-9]+\.?[0-9]*|\.[0-9]+)(?<unit>ns|us|\u00b5s|\u03bcs|ms|s|m|h))+\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern { get; }
}
