using System.Globalization;
using System.Text.RegularExpressions;

namespace ColorDemo.Mesh.Proxy;

/// <summary>The Host header, which goes on to the pod as it came.</summary>
internal static partial class HostHeader
{
    private const int LongestName = 255;
    private const int HighestPort = 65535;

    /// <summary>
    /// A name or an address, perhaps with a port. For anything else .NET would send a Host header of its own beside it.
    /// </summary>
    public static bool IsSound(string text) =>
        Pattern.Match(text) is { Success: true } match
        && match.Groups["name"].Length <= LongestName
        && (!match.Groups["port"].Success
            || int.Parse(match.Groups["port"].ValueSpan, CultureInfo.InvariantCulture) <= HighestPort);

    [GeneratedRegex(
        @"\A(?<name>[A-Za-z0-9_-]{1,63}(\.[A-Za-z0-9_-]{1,63})*\.?|\[[0-9A-Fa-f:.]{2,45}\])(:(?<port>[0-9]{1,5}))?\z",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern { get; }
}
