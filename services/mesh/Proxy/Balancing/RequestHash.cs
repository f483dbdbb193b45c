using System.Globalization;
using System.IO.Hashing;
using System.Net;
using System.Text;
using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Proxy;

/// <summary>What of a request stays with one endpoint. Envoy's <c>HashPolicyImpl</c>.</summary>
internal static class RequestHash
{
    /// <returns>Null for a request without the key.</returns>
    public static ulong? Of(ConsistentHash key, HttpContext context) => key switch
    {
        { HttpHeaderName: { } name } => OfHeader(context, name),
        { HttpCookie: { } cookie } => OfCookie(context, cookie),
        { HttpQueryParameterName: { } name } =>
            RequestText.QueryParam(Request(context), name) is { } value ? Of(value) : null,
        { UseSourceIp: true } => Address(context.Connection.RemoteIpAddress) is { } address ? Of(address) : null,
        _ => null,
    };

    /// <summary>xxHash64 of the text's bytes, as everywhere in Envoy's balancers.</summary>
    public static ulong Of(string text, long seed = 0)
    {
        const int Short = 256;

        var length = Encoding.UTF8.GetMaxByteCount(text.Length);
        Span<byte> bytes = length <= Short ? stackalloc byte[Short] : new byte[length];
        return XxHash64.HashToUInt64(bytes[..Encoding.UTF8.GetBytes(text, bytes)], seed);
    }

    private static ulong? OfHeader(HttpContext context, string name)
    {
        var values = name.StartsWith(':') ? default : context.Request.Headers[name];
        return values.Count > 1 // their order shall not matter
            ? Of(string.Concat(values.Order(StringComparer.Ordinal)))
            : RequestText.Header(Request(context), name) is { } value ? Of(value) : null;
    }

    private static ulong? OfCookie(HttpContext context, HashCookie cookie)
    {
        if (context.Request.Cookies.TryGetValue(cookie.Name, out var value))
        {
            return Of(value.Trim('"')); // Envoy compares what stands between the quotes
        }

        if (cookie.Ttl is not { } age)
        {
            return null;
        }

        // The same for all tries of a request: of the connection's two ends.
        var connection = context.Connection;
        var client = $"{Address(connection.RemoteIpAddress)}:{connection.RemotePort}";
        var server = $"{Address(connection.LocalIpAddress)}:{connection.LocalPort}";
        var made = Of(client + server).ToString("x16", CultureInfo.InvariantCulture);
        Set(context.Response.Headers, cookie, made, (long)age.TotalSeconds);
        return Of(made);
    }

    /// <remarks>Source: Envoy's <c>Utility::makeSetCookieValue</c>; without an age it is a session cookie.</remarks>
    private static void Set(IHeaderDictionary headers, HashCookie cookie, string value, long seconds)
    {
        var age = seconds > 0 ? $"; Max-Age={seconds}" : "";
        var path = cookie.Path is { Length: > 0 } ? $"; Path={cookie.Path}" : "";
        var text = $"{cookie.Name}=\"{value}\"{age}{path}; HttpOnly";
        if (!headers.SetCookie.Contains(text))
        {
            headers.Append("Set-Cookie", text);
        }
    }

    private static string? Address(IPAddress? address) =>
        (address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address)?.ToString();

    private static MeshRequest Request(HttpContext context)
    {
        var request = context.Request;
        return new(request.Method, request.Scheme, request.Host.Value ?? "", request.Path.Value ?? "",
            request.QueryString.Value ?? "", request.Headers);
    }
}
