namespace ColorDemo.Mesh.Routing;

/// <summary>A path as Envoy compares it.</summary>
public static class NormalizedPath
{
    /// <param name="path">As it came over the wire, without the query.</param>
    /// <returns>Dot segments removed and backslashes turned, as Istio's default normalization does.</returns>
    public static string Of(string path)
    {
        if (path.Contains("%2e", StringComparison.OrdinalIgnoreCase))
        {
            path = path.Replace("%2e", ".", StringComparison.OrdinalIgnoreCase); // unreserved: the same path
        }

        return path.Contains("/.", StringComparison.Ordinal) || path.Contains('\\') ? WithoutDots(path) : path;
    }

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
