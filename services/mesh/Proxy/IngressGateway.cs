using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Proxy;

/// <summary>Istio's ingress gateway of one cluster.</summary>
internal sealed class IngressGateway(string cluster, MeshState mesh, RouteStages stages)
{
    public Task AnswerAsync(HttpContext context)
    {
        if (mesh.RoutesOf(cluster).Ingress is not { } table)
        {
            context.Abort(); // the port is closed in Istio; here it has to stay open for a later Gateway
            return Task.CompletedTask;
        }

        IncomingRequest.AddHeaders(context, ProxyRole.Gateway);
        var request = IncomingRequest.Read(context);
        var exchange = new Exchange(context, request, ProxyRole.Gateway);
        return !RequestPath.IsSound(request) ? exchange.ReplyAsync(LocalReply.BadRequest(""))
            : HttpMethods.IsConnect(request.Method) || table.HostOf(request) is not { } host
                ? exchange.ReplyAsync(LocalReply.NoRoute)
                : stages.AnswerAsync(exchange, host);
    }
}
