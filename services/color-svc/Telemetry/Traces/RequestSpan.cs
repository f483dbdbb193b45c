using System.Diagnostics;
using Grpc.AspNetCore.Server;

namespace ColorDemo.ColorService.Telemetry.Traces;

/// <summary>
/// What a span says of its request. Of all that a client sends: the path without the query, the host it asked for, and
/// its user agent, nothing else.
/// </summary>
/// <remarks>Source of the names: OpenTelemetry's semantic conventions for HTTP and RPC.</remarks>
internal static class RequestSpan
{
    public static void Describe(Activity span, HttpContext context)
    {
        var request = context.Request;
        span.SetTag("server.address", request.Host.HasValue ? request.Host.Host : null);
        span.SetTag("server.port", request.Host.Port);
        span.SetTag("client.address", ClientAddress(context.Connection));
        span.SetTag("network.protocol.version", request.Protocol["HTTP/".Length..]);
        span.SetTag("user_agent.original", Printable(request.Headers.UserAgent));

        if (context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>() is { Method: var method })
        {
            GrpcSpan.Describe(span, context, method);
        }
        else
        {
            HttpSpan.Describe(span, context);
        }
    }

    /// <returns>Null for what could color a terminal.</returns>
    private static string? Printable(string? text) => text?.Any(char.IsControl) is true ? null : text;

    private static string? ClientAddress(ConnectionInfo connection) => connection.RemoteIpAddress switch
    {
        { IsIPv4MappedToIPv6: true } address => address.MapToIPv4().ToString(),
        var address => address?.ToString(),
    };
}
