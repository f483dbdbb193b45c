using ColorDemo.Mesh.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ColorDemo.Mesh.Proxy;

/// <summary>An HTTP proxy that stands for the sidecars of one cluster: whoever uses it asks as a pod does.</summary>
internal sealed class InMeshClient(string cluster, MeshState mesh, RouteStages stages, Router router)
{
    private const int HttpPort = 80;

    /// <summary>Outside of the mesh: requests go where the client dialled. Istio's <c>PassthroughCluster</c>.</summary>
    private static readonly Upstream PassThrough = new(
        "PassthroughCluster", "", null, 0, new Dictionary<string, string>(), [],
        new("PASSTHROUGH", null, null, null, null, null))
    {
        KeepsAddress = true,
    };

    public Task AnswerAsync(HttpContext context)
    {
        if (WhyNot(context) is { } refusal)
        {
            return refusal.SendAsync(context);
        }

        var source = SourceIdentity.TakeFrom(context.Request.Headers);
        if (source.Problem is { } problem)
        {
            return LocalReply.BadRequest($"{problem}\n").SendAsync(context);
        }

        var dialled = context.Request.Host;
        var port = dialled.Port ?? HttpPort;
        var listener = mesh.RoutesOf(cluster).Sidecars.ListenerFor(source, port);
        var isOpaque = listener.Opaque.TryGetValue(dialled.Host.ToLowerInvariant(), out var opaque);
        var role = isOpaque ? ProxyRole.Tunnel : ProxyRole.Sidecar;
        if (!isOpaque)
        {
            IncomingRequest.AddHeaders(context, role);
        }

        var request = IncomingRequest.Read(context);
        var exchange = new Exchange(context, request, role) { Dialled = $"{dialled.Host}:{port}" };
        return !RequestPath.IsSound(request) ? exchange.ReplyAsync(LocalReply.BadRequest(""))
            : isOpaque ? router.CarryAsync(exchange, opaque!)
            : listener.Table?.HostOf(request) is { } host ? stages.AnswerAsync(exchange, host)
            : listener.Unknown == UnknownHost.PassThrough ? router.CarryAsync(exchange, PassThrough)
            : exchange.ReplyAsync(LocalReply.Refused);
    }

    /// <returns>Null for a request as clients send it to a proxy.</returns>
    private static LocalReply? WhyNot(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return HttpMethods.IsConnect(context.Request.Method)
            ? new(StatusCodes.Status405MethodNotAllowed, "",
                "CONNECT is for https and asks for bytes to be carried unseen; a sidecar routes only what it can read. "
                + "Ask for an http:// URL: inside of the mesh the proxies encrypt.\n")
            : !target.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
                ? LocalReply.BadRequest(
                    "This is a proxy that routes as a sidecar does: name it as proxy and ask for the service's URL, "
                    + $"for example curl -x localhost:{context.Connection.LocalPort} "
                    + "http://color-svc.color.svc.cluster.local:8800/random\n")
                : null;
    }
}
