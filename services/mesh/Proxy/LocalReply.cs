using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Proxy;

/// <summary>An answer that the proxy gives itself, with Envoy's status, body and response flag.</summary>
/// <param name="Flag">Empty for those that Envoy flags with nothing, such as a redirect.</param>
internal sealed record LocalReply(int Status, string Flag, string Body = "")
{
    private const string BeforeHeaders = "upstream connect error or disconnect/reset before headers. reset reason: ";

    public static LocalReply NoRoute { get; } = new(StatusCodes.Status404NotFound, "NR");

    public static LocalReply NoHealthyUpstream { get; } =
        new(StatusCodes.Status503ServiceUnavailable, "UH", "no healthy upstream");

    public static LocalReply ConnectFailure { get; } =
        new(StatusCodes.Status503ServiceUnavailable, "UF", $"{BeforeHeaders}connection failure");

    /// <summary>A limit of <c>connectionPool</c> is reached.</summary>
    public static LocalReply Overflow { get; } = new(StatusCodes.Status503ServiceUnavailable, "UO",
        "upstream connect error or disconnect/reset before headers. reset reason: overflow")
    {
        IsOverload = true,
    };

    public static LocalReply ConnectTimeout { get; } =
        new(StatusCodes.Status503ServiceUnavailable, "UF", $"{BeforeHeaders}connection timeout");

    public static LocalReply Reset { get; } =
        new(StatusCodes.Status503ServiceUnavailable, "UC", $"{BeforeHeaders}connection termination");

    /// <summary>The upstream answers with something that is no HTTP.</summary>
    public static LocalReply ProtocolError { get; } =
        new(StatusCodes.Status502BadGateway, "UPE", $"{BeforeHeaders}protocol error");

    public static LocalReply Timeout { get; } =
        new(StatusCodes.Status504GatewayTimeout, "UT", "upstream request timeout");

    /// <summary><c>outboundTrafficPolicy: REGISTRY_ONLY</c>, and nobody knows the host.</summary>
    public static LocalReply Refused { get; } = new(StatusCodes.Status502BadGateway, "");

    /// <summary>Instead of the body: the answer to a gRPC client, always with HTTP status 200.</summary>
    public int? GrpcStatus { get; init; }

    public static LocalReply NoCluster(int status) => new(status, "NC");

    public static LocalReply Aborted(int status, int? grpcStatus) =>
        new(status, "FI", "fault filter abort") { GrpcStatus = grpcStatus };

    public static LocalReply BadRequest(string why) => new(StatusCodes.Status400BadRequest, "", why);

    /// <summary>Says so in <c>x-envoy-overloaded</c>.</summary>
    public bool IsOverload { get; private init; }

    public Task SendAsync(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = Status;
        if (IsOverload)
        {
            response.Headers[MeshHeaders.Overloaded] = "true";
        }

        if (Flag.Length > 0)
        {
            response.Headers[MeshHeaders.Flag] = Flag;
        }

        if (GrpcStatus is { } status)
        {
            response.StatusCode = StatusCodes.Status200OK;
            response.ContentType = "application/grpc";
            response.Headers["grpc-status"] = status.ToString(CultureInfo.InvariantCulture);
            response.Headers["grpc-message"] = Body;
            return Task.CompletedTask;
        }

        return SendAsync(context, Encoding.UTF8.GetBytes(Body));
    }

    public static Task SendAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        var response = context.Response;
        if (body.Length == 0 || response.StatusCode is < 200 or 204 or 205 or 304)
        {
            return Task.CompletedTask;
        }

        response.ContentType ??= "text/plain";
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(body).AsTask();
    }
}
