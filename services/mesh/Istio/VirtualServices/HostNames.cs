using System.Net;
using System.Text.RegularExpressions;

namespace ColorDemo.Mesh.Istio;

/// <summary>The hosts that a VirtualService may name. Source: Istio's <c>ValidateWildcardDomain</c>.</summary>
internal static partial class HostNames
{
    /// <summary>What to write instead of a wrong one.</summary>
    public const string Forms = "write labels of letters, digits and inner hyphens with dots between them; "
        + "only the first may start with \"*\", the last must not be a number";

    public static bool IsIpAddress(string text) =>
        text.AsSpan().IndexOfAny('.', ':') >= 0 && !text.Contains('/') && IPAddress.TryParse(text, out _);

    /// <summary>A name of at most 255 characters, perhaps with a wildcard at its start; no IP address.</summary>
    public static bool IsName(string text)
    {
        if (text == "*")
        {
            return true;
        }

        var labels = text.Split('.');
        var last = labels is [_, .., ""] ? labels.Length - 2 : labels.Length - 1; // "istio.io." is absolute
        return text.Length is > 0 and <= 255
            && FirstLabel.IsMatch(labels[0])
            && labels[1..(last + 1)].All(label => Label.IsMatch(label))
            && (last == 0 || !long.TryParse(labels[last], out _));
    }

    /// <summary>Whether two hosts compete: they are equal, or one's wildcard covers the other.</summary>
    public static bool Overlap(string one, string other) => Covers(one, other) || Covers(other, one);

    public static bool Covers(string wide, string narrow) =>
        wide == narrow || (wide.StartsWith('*')
            && narrow.Length >= wide.Length
            && narrow.TrimStart('*').EndsWith(wide[1..], StringComparison.Ordinal));

    [GeneratedRegex(@"\A[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\z")]
    private static partial Regex Label { get; }

    [GeneratedRegex(@"\A(\*|(\*-?)?[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)\z")]
    private static partial Regex FirstLabel { get; }
}
