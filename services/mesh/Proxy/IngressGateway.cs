using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;
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
        if (mesh.RoutesOf(cluster).Ingress is not { } table)
        {
            context.Abort(); // the port is closed in Istio; here it has to stay open for a later Gateway
            return Task.CompletedTask;
        }

        var sent = context.Request;
        var path = RequestPath.Of(context);
        var request = new MeshRequest(
            sent.Method, sent.Scheme, sent.Host.Value ?? "", path, sent.QueryString.Value ?? "", sent.Headers);
        if (table.Match(request) is not { Action: { } action } route)
        {
            return LocalReply.NoRoute.SendAsync(context);
        }

        if (Hits(route.Fault?.Abort))
        {
            return LocalReply.Aborted(route.Fault!.Abort!.Status).SendAsync(context);
        }

        return action is ForwardAction forward
            ? forward.Split.Draw(Random.Shared).Upstream is { } upstream
                ? carrier.SendAsync(context, upstream, forward.Path?.Apply(path) ?? path, isGateway: true)
                : LocalReply.NoCluster.SendAsync(context)
            : LocalReply.NotSimulated.SendAsync(context);
    }

    private static bool Hits(AbortFault? abort) =>
        abort is not null && Random.Shared.NextDouble() * 100 < abort.Percent;
}
