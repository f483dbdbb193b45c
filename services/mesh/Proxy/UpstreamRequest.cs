using System.Diagnostics;
using System.Globalization;
using ColorDemo.Mesh.Routing;
using Microsoft.AspNetCore.Http;
using Yarp.ReverseProxy.Forwarder;

namespace ColorDemo.Mesh.Proxy;

/// <summary>How one request looks to its endpoint.</summary>
/// <param name="path">Rewritten already.</param>
/// <param name="isGateway">
/// A gateway tells the pod about the client; the east-west one passes bytes through in Istio, so it adds nothing.
/// </param>
internal sealed class UpstreamRequest(string path, UpstreamEndpoint endpoint, bool isGateway) : HttpTransformer
{
    private readonly long _started = Stopwatch.GetTimestamp();

    public override async ValueTask TransformRequestAsync(
        HttpContext context, HttpRequestMessage request, string destinationPrefix, CancellationToken cancellation)
    {
        await base.TransformRequestAsync(context, request, destinationPrefix, cancellation);
        request.RequestUri = new($"{destinationPrefix}{path}{context.Request.QueryString.ToUriComponent()}");
        request.Headers.Remove(MeshHeaders.Sni);
        if (endpoint.Sni is { } sni)
        {
            request.Headers.TryAddWithoutValidation(MeshHeaders.Sni, sni);
        }

        if (isGateway)
        {
            AddClient(context, request);
        }
    }

    public override ValueTask<bool> TransformResponseAsync(
        HttpContext context, HttpResponseMessage? response, CancellationToken cancellation)
    {
        var server = context.Response.Headers.Server;
        var copied = base.TransformResponseAsync(context, response, cancellation);
        if (isGateway && response is not null)
        {
            var elapsed = (long)Stopwatch.GetElapsedTime(_started).TotalMilliseconds;
            context.Response.Headers[MeshHeaders.ServiceTime] = elapsed.ToString(CultureInfo.InvariantCulture);
            context.Response.Headers.Server = server; // Envoy overwrites the upstream's
        }

        return copied;
    }

    private void AddClient(HttpContext context, HttpRequestMessage request)
    {
        var original = context.Request;
        var client = context.Connection.RemoteIpAddress?.ToString();
        var before = original.Headers[MeshHeaders.ForwardedFor];
        Set(MeshHeaders.ForwardedFor, before.Count > 0 ? $"{before},{client}" : client);
        Set(MeshHeaders.ForwardedProto, original.Scheme);
        if (original.Headers[MeshHeaders.RequestId].Count == 0)
        {
            Set(MeshHeaders.RequestId, Guid.NewGuid().ToString());
        }

        var originalPath = RequestPath.Of(context);
        if (originalPath != path)
        {
            Set(MeshHeaders.OriginalPath, $"{originalPath}{original.QueryString.ToUriComponent()}");
        }

        void Set(string name, string? value)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
