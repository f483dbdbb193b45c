using ColorDemo.Mesh.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ColorDemo.Mesh.Proxy;

/// <summary>The path as the client wrote it.</summary>
internal static class RequestPath
{
    /// <summary>Without the query, normalized.</summary>
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
        return NormalizedPath.Of(query < 0 ? target : target[..query]);
    }
}
