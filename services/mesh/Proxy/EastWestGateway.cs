using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Proxy;

/// <summary>The door of a cluster for the other clusters' proxies: looks at the name asked for, not the path.</summary>
internal sealed class EastWestGateway(string cluster, MeshState mesh, Carrier carrier)
{
    public Task AnswerAsync(HttpContext context)
    {
        var sni = context.Request.Headers[MeshHeaders.Sni].ToString();
        return mesh.RoutesOf(cluster).EastWest.TryGetValue(sni, out var upstream)
            ? carrier.SendAsync(context, upstream, RequestPath.Of(context), isGateway: false)
            : LocalReply.NoHealthyUpstream.SendAsync(context); // a subset that this cluster's own rules do not define
    }
}
