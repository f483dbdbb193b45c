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
        var target = OriginForm(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        if (!target.StartsWith('/'))
        {
            // The asterisk of OPTIONS, or the authority of CONNECT, which are no paths.
            return $"/{context.Request.Path.ToUriComponent().TrimStart('/')}";
        }

        var query = target.IndexOf('?');
        return NormalizedPath.Of(query < 0 ? target : target[..query]);
    }

    /// <summary>Whether Envoy would take it; it answers 400 to a fragment and to control characters.</summary>
    public static bool IsSound(in MeshRequest request) =>
        IsSound(request.Path) && IsSound(request.Query) && HostHeader.IsSound(request.Authority);

    private static bool IsSound(string text) =>
        !text.AsSpan().ContainsAnyExceptInRange('!', '~') && !text.Contains('#');

    /// <summary>Without <c>http://host</c>, which the absolute form has in front, as sent to a proxy.</summary>
    private static string OriginForm(string target)
    {
        var scheme = target.StartsWith('/') ? -1 : target.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
        {
            return target;
        }

        var rest = target.AsSpan(scheme + 3);
        var authority = rest.IndexOfAny('/', '?');
        return authority < 0 ? "/" : rest[authority] == '/' ? rest[authority..].ToString() : $"/{rest[authority..]}";
    }
}
