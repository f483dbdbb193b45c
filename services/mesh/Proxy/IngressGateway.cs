using ColorDemo.Mesh.Istio;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Proxy;

/// <summary>
/// Istio's ingress gateway of one cluster: asks the route table where a request goes, and has it carried.
/// </summary>
internal sealed class IngressGateway(string cluster, MeshState mesh, Carrier carrier)
{
    public Task AnswerAsync(HttpContext context)
    {
        context.Response.Headers.Server = MeshHeaders.GatewayServer;
        var table = mesh.RoutesOf(cluster).Ingress;
        if (!table.HasListener)
        {
            context.Abort(); // the port is closed in Istio; here it has to stay open for a later Gateway
            return Task.CompletedTask;
        }

        var request = context.Request;
        var path = RequestPath.Of(context);
        if (table.Match(new(request.Method, request.Host.Host, path, request.Headers)) is not { } route)
        {
            return LocalReply.NoRoute.SendAsync(context);
        }

        if (Hits(route.Abort))
        {
            return LocalReply.Aborted(route.Abort!.Status).SendAsync(context);
        }

        if (route.Split is null)
        {
            return LocalReply.NotSimulated.SendAsync(context);
        }

        return route.Split.Draw(Random.Shared).Upstream is { } upstream
            ? carrier.SendAsync(context, upstream, route.Rewrite(path), isGateway: true)
            : LocalReply.NoCluster.SendAsync(context);
    }

    private static bool Hits(AbortFault? abort) =>
        abort is not null && Random.Shared.NextDouble() * 100 < abort.Percent;
}
