using System.Net;
using System.Text.RegularExpressions;

namespace ColorDemo.Mesh.Istio;

/// <summary>Hosts as Istio accepts them: a DNS name whose first label may hold <c>*</c>.</summary>
internal static partial class HostName
{
    private const int Longest = 255;

    /// <summary>What is wrong with a host, and what to write instead; null when nothing is.</summary>
    public static string? FlawOf(string host)
    {
        var labels = host.Split('.');
        if (host.Length > Longest)
        {
            return $"a host has at most {Longest} characters, this one has {host.Length}";
        }

        if (labels.Skip(1).Any(label => label.Contains('*')))
        {
            return $"'{host}' is no host: only its first label may hold '*', as in *.example.com";
        }

        if (labels.Length > 1 && labels[^1].Length > 0 && labels[^1].All(char.IsAsciiDigit))
        {
            return $"'{host}' is no host: its last label, '{labels[^1]}', cannot be all-numeric; write a DNS name";
        }

        // The last label may be empty, as in "example.com.".
        var last = labels.Length > 1 && labels[^1].Length == 0 ? labels.Length - 1 : labels.Length;
        var wrong = labels[..last]
            .Where((label, index) => !(index == 0 ? First : Label).IsMatch(label))
            .FirstOrDefault();
        return wrong is null
            ? null
            : $"'{host}' is no host: its label '{wrong}' must be 1 to 63 letters, digits and inner hyphens";
    }

    /// <summary>Whether <c>*</c> is more than the whole first label, as in <c>*foo.example.com</c>.</summary>
    public static bool IsPartialWildcard(string host) =>
        host.StartsWith('*') && host != "*" && !host.StartsWith("*.", StringComparison.Ordinal);

    /// <summary>No wildcard: the name of something that DNS can find.</summary>
    public static bool IsFullName(string host) => !host.Contains('*') && FlawOf(host) is null;

    public static bool IsAddress(string text) =>
        IPAddress.TryParse(text, out var address) && (text.Contains(':') || text == $"{address}");

    [GeneratedRegex(@"\A[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\z")]
    private static partial Regex Label { get; }

    [GeneratedRegex(@"\A(\*|(\*-?)?[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)\z")]
    private static partial Regex First { get; }
}
