using System.Globalization;
using System.Text;

namespace ColorDemo.Mesh.Routing;

/// <summary>A path as Envoy compares it.</summary>
public static class NormalizedPath
{
    /// <param name="path">As it came over the wire, without the query.</param>
    /// <returns>
    /// Escapes of letters and other unreserved characters undone, dot segments removed, backslashes turned, as Istio's
    /// default normalization does: what is compared is also what is sent on.
    /// </returns>
    public static string Of(string path)
    {
        path = path.Contains('%') ? WithoutNeedlessEscapes(path) : path;
        return path.Contains("/.", StringComparison.Ordinal) || path.Contains('\\') ? WithoutDots(path) : path;
    }

    /// <remarks>Source: RFC 3986, section 6.2.2.2: with or without them it is the same path.</remarks>
    private static string WithoutNeedlessEscapes(string path)
    {
        var text = new StringBuilder(path.Length);
        for (var at = 0; at < path.Length; at++)
        {
            if (path[at] == '%' && at + 2 < path.Length
                && byte.TryParse(path.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, null, out var code)
                && IsUnreserved((char)code))
            {
                text.Append((char)code);
                at += 2;
            }
            else
            {
                text.Append(path[at]);
            }
        }

        return text.ToString();
    }

    private static bool IsUnreserved(char one) => char.IsAsciiLetterOrDigit(one) || one is '-' or '.' or '_' or '~';

    /// <remarks>Source: RFC 3986, section 5.2.4.</remarks>
    private static string WithoutDots(string path)
    {
        List<string> kept = [];
        var segments = path.Replace('\\', '/').Split('/')[1..];
        foreach (var segment in segments)
        {
            if (segment == "..")
            {
                kept.RemoveRange(Math.Max(0, kept.Count - 1), Math.Min(1, kept.Count));
            }
            else if (segment != ".")
            {
                kept.Add(segment);
            }
        }

        var folder = segments[^1] is "." or ".." && kept.Count > 0 ? "/" : "";
        return $"/{string.Join('/', kept)}{folder}";
    }
}
