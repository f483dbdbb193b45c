using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ColorDemo.Mesh.Proxy;

/// <summary>The path as the client wrote it.</summary>
internal static class RequestPath
{
    /// <summary>
    /// Without the query; dot segments removed and backslashes turned, as Istio's default normalization does.
    /// </summary>
    /// <remarks>
    /// Not <see cref="HttpRequest.Path"/>: that one is unescaped, and Istio compares what came over the wire.
    /// </remarks>
    public static string Of(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (!target.StartsWith('/'))
        {
            // The absolute form, as sent to a proxy; or the asterisk of OPTIONS, which is no path.
            return $"/{context.Request.Path.ToUriComponent().TrimStart('/')}";
        }

        var query = target.IndexOf('?');
        var path = query < 0 ? target : target[..query];
        if (path.Contains("%2e", StringComparison.OrdinalIgnoreCase))
        {
            path = path.Replace("%2e", ".", StringComparison.OrdinalIgnoreCase); // unreserved: the same path
        }

        return path.Contains("/.", StringComparison.Ordinal) || path.Contains('\\') ? Normalize(path) : path;
    }

    /// <remarks>Source: RFC 3986, section 5.2.4.</remarks>
    private static string Normalize(string path)
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
