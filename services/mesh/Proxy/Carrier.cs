using System.Net;
using ColorDemo.Mesh.Routing;
using Microsoft.AspNetCore.Http;
using Yarp.ReverseProxy.Forwarder;

namespace ColorDemo.Mesh.Proxy;

/// <summary>Carries a request to a ready endpoint of an upstream, with YARP's direct forwarder.</summary>
internal sealed class Carrier(IHttpForwarder forwarder) : IDisposable
{
    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null, // trace headers belong to the client and the pod
        ConnectTimeout = TimeSpan.FromSeconds(10), // Istio: connectionPool.tcp.connectTimeout
    });

    /// <summary>A route has no timeout unless it says so; YARP would give up after 100 silent seconds.</summary>
    private static readonly ForwarderRequestConfig NoTimeout = new() { ActivityTimeout = TimeSpan.FromDays(1) };

    public async Task SendAsync(HttpContext context, Upstream upstream, string path, bool isGateway)
    {
        if (upstream.Endpoints.Count == 0)
        {
            await LocalReply.NoHealthyUpstream.SendAsync(context);
            return;
        }

        var endpoint = upstream.Endpoints[Random.Shared.Next(upstream.Endpoints.Count)];
        var error = await forwarder.SendAsync(context, $"http://{endpoint.Address}", _client,
            NoTimeout, new UpstreamRequest(path, endpoint, isGateway));
        var canAnswer = !context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested;
        if (error != ForwarderError.None && canAnswer)
        {
            await LocalReply.UpstreamFailure.SendAsync(context);
        }
    }

    public void Dispose() => _client.Dispose();
}
