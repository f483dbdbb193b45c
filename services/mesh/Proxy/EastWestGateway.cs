using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Proxy;

/// <summary>The door of a cluster for the other clusters' proxies: looks at the name asked for, not the path.</summary>
internal sealed class EastWestGateway(string cluster, MeshState mesh, Router router)
{
    public Task AnswerAsync(HttpContext context)
    {
        var exchange = new Exchange(context, IncomingRequest.Read(context), ProxyRole.Tunnel);
        var sni = context.Request.Headers[MeshHeaders.Sni].ToString();
        return mesh.RoutesOf(cluster).EastWest.TryGetValue(sni, out var upstream)
            ? router.CarryAsync(exchange, upstream)
            : exchange.ReplyAsync(LocalReply.NoHealthyUpstream); // a subset that its own rules do not define
    }
}
