using System.Runtime.InteropServices;
using System.Text.Json;
using ColorDemo.ColorService.Telemetry;
using Prometheus;

namespace ColorDemo.ColorService.Http;

/// <summary>The paths for those who run the service. They say so in their metadata, and are never delayed.</summary>
internal sealed class Operations
{
    public static void Map(IEndpointRouteBuilder app, Identity identity, ServiceMetrics metrics)
    {
        var operations = app.MapGroup("").WithMetadata(new Operations());
        operations.MapRead("/healthz", Fixed("text/plain; charset=utf-8", "ok\n"u8.ToArray()));
        operations.MapRead("/readyz", Fixed("text/plain; charset=utf-8", "ok\n"u8.ToArray()));
        operations.MapRead("/version", Fixed("application/json", Version(identity)));
        operations.MapMetrics("/metrics", metrics.Registry).WithMetadata(new HttpMethodMetadata(Routes.Methods));

        // Browsers ask for it unbidden; it is not the name of a color.
        operations.MapRead("/favicon.ico", Errors.NotFound.SendAsync);
    }

    private static RequestDelegate Fixed(string type, byte[] body) => context =>
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    };

    private static byte[] Version(Identity identity)
    {
        var (version, cluster, pod, @namespace, node) = identity;
        var runtime = RuntimeInformation.FrameworkDescription;
        var body = new VersionBody(
            version, cluster, pod, @namespace, node, Build.Version, Build.Revision, runtime);
        return JsonSerializer.SerializeToUtf8Bytes(body, Json.Bodies.VersionBody);
    }
}
