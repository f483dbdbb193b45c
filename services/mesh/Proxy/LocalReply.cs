using System.Text;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Proxy;

/// <summary>An answer that the gateway gives itself, with Envoy's status, body and response flag.</summary>
internal sealed record LocalReply(int Status, string Flag, string Body = "")
{
    public static LocalReply NoRoute { get; } = new(StatusCodes.Status404NotFound, "NR");

    public static LocalReply NoCluster { get; } = new(StatusCodes.Status503ServiceUnavailable, "NC");

    public static LocalReply NoHealthyUpstream { get; } =
        new(StatusCodes.Status503ServiceUnavailable, "UH", "no healthy upstream");

    public static LocalReply UpstreamFailure { get; } = new(StatusCodes.Status503ServiceUnavailable, "UF",
        "upstream connect error or disconnect/reset before headers. reset reason: connection failure");

    /// <summary>A limit of <c>connectionPool</c> is reached.</summary>
    public static LocalReply Overflow { get; } = new(StatusCodes.Status503ServiceUnavailable, "UO",
        "upstream connect error or disconnect/reset before headers. reset reason: overflow")
    {
        IsOverload = true,
    };

    /// <summary>
    /// Ours alone: the rule asks for an action that the mesh does not simulate, and said so when it was read.
    /// </summary>
    public static LocalReply NotSimulated { get; } = new(StatusCodes.Status501NotImplemented, "NS",
        "this rule's action is not simulated here");

    public static LocalReply Aborted(int status) => new(status, "FI", "fault filter abort");

    /// <summary>Says so in <c>x-envoy-overloaded</c>.</summary>
    public bool IsOverload { get; private init; }

    public Task SendAsync(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = Status;
        response.Headers[MeshHeaders.Flag] = Flag;
        if (IsOverload)
        {
            response.Headers["x-envoy-overloaded"] = "true";
        }

        if (Body.Length == 0)
        {
            return Task.CompletedTask;
        }

        var bytes = Encoding.UTF8.GetBytes(Body);
        response.ContentType = "text/plain";
        response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(bytes).AsTask();
    }
}
