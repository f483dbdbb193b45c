using ColorDemo.Mesh.Routing;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Proxy;

/// <summary>What a proxy does with every request before it looks for a route. Envoy's connection manager.</summary>
internal static class IncomingRequest
{
    /// <summary>What only a proxy says: a pod must be able to believe it.</summary>
    private static readonly string[] OfProxies =
    [
        MeshHeaders.Sni, MeshHeaders.Flag, MeshHeaders.SourceNamespace, MeshHeaders.SourceLabels,
        MeshHeaders.OriginalPath,
    ];

    public static MeshRequest Read(HttpContext context)
    {
        var sent = context.Request;
        return new(
            sent.Method,
            sent.Scheme,
            sent.Host.Value ?? "",
            RequestPath.Of(context),
            sent.QueryString.Value ?? "",
            sent.Headers);
    }

    public static void AddHeaders(HttpContext context, ProxyRole role)
    {
        var headers = context.Request.Headers;
        foreach (var name in OfProxies)
        {
            headers.Remove(name);
        }

        RemoveNominated(headers);
        if (role.KnowsClient)
        {
            var client = context.Connection.RemoteIpAddress?.ToString();
            var before = headers[MeshHeaders.ForwardedFor];
            headers[MeshHeaders.ForwardedFor] = before.Count > 0 ? $"{before},{client}" : client;
        }

        if (role.KnowsClient || headers[MeshHeaders.ForwardedProto].Count == 0)
        {
            headers[MeshHeaders.ForwardedProto] = context.Request.Scheme;
        }

        if (headers[MeshHeaders.RequestId].Count == 0)
        {
            headers[MeshHeaders.RequestId] = RequestId();
        }
    }

    /// <remarks>What the Connection header names is for this hop alone: RFC 9110, section 7.6.1.</remarks>
    private static void RemoveNominated(IHeaderDictionary headers)
    {
        if (headers.Connection.Count == 0)
        {
            return;
        }

        foreach (var name in headers.GetCommaSeparatedValues("connection"))
        {
            if (name.Length > 0
                && !name.Equals("upgrade", StringComparison.OrdinalIgnoreCase)
                && !name.Equals("host", StringComparison.OrdinalIgnoreCase)
                && !name.StartsWith("content-", StringComparison.OrdinalIgnoreCase))
            {
                headers.Remove(name);
            }
        }
    }

    /// <summary>It has to be unique, not secret: the cheap random numbers do.</summary>
    private static string RequestId()
    {
        Span<byte> bytes = stackalloc byte[16];
        Random.Shared.NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x40); // version 4, RFC 9562
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
