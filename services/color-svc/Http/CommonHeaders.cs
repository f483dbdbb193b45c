using ColorDemo.ColorService.LifeCycle;
using Microsoft.Extensions.Primitives;

namespace ColorDemo.ColorService.Http;

/// <summary>Headers that every answer bears, errors included.</summary>
internal sealed class CommonHeaders(Identity identity, Readiness readiness)
{
    public const string Version = "x-color-version";
    public const string Cluster = "x-color-cluster";
    public const string Pod = "x-color-pod";

    private readonly StringValues _version = identity.Version;
    private readonly StringValues _cluster = identity.Cluster; // null: setting it leaves the header out
    private readonly StringValues _pod = identity.Pod;

    public RequestDelegate Add(RequestDelegate next) => context =>
    {
        var headers = context.Response.Headers;
        headers[Version] = _version;
        headers[Cluster] = _cluster;
        headers[Pod] = _pod;
        headers.CacheControl = "no-store"; // each answer is a new draw
        headers.XContentTypeOptions = "nosniff";
        if (readiness.IsDraining && HttpProtocol.IsHttp11(context.Request.Protocol))
        {
            headers.Connection = "close"; // a client that keeps this one would send its next request too late
        }

        return next(context);
    };
}
