using System.Runtime.InteropServices;
using System.Text.Json;
using ColorDemo.ColorService.Http.OpenApi;
using ColorDemo.ColorService.LifeCycle;
using ColorDemo.ColorService.Telemetry;
using Prometheus;

namespace ColorDemo.ColorService.Http;

/// <summary>The paths for those who run the service. They say so in their metadata.</summary>
internal sealed class Operations
{
    private static readonly RequestDelegate Ok = Fixed("text/plain; charset=utf-8", "ok\n"u8.ToArray());

    /// <param name="metrics">Null: there is nothing at their path.</param>
    public static void Map(
        IEndpointRouteBuilder app, Identity identity, Readiness readiness, ServiceMetrics? metrics)
    {
        var operations = app.MapGroup("").WithMetadata(new Operations());
        operations.MapRead("/healthz", Ok, OperationsDescriptions.Liveness);
        operations.MapRead("/readyz", context => Ready(context, readiness), OperationsDescriptions.Readiness);
        operations.MapRead("/version", Fixed("application/json", Version(identity)), OperationsDescriptions.Version);
        operations.MapRead(
            "/openapi/v1.json", DocumentEndpoint.Answer(app.DataSources), OperationsDescriptions.Document);
        if (metrics is not null)
        {
            var pipeline = app.CreateApplicationBuilder().UseMetricServer(
                server => server.Registry = metrics.Registry, url: null);
            operations.MapRead("/metrics", pipeline.Build(), OperationsDescriptions.Metrics);
        }

        else
        {
            MapNothing(operations, "/metrics");
        }

        MapNothing(operations, "/favicon.ico"); // browsers ask for it unbidden
    }

    /// <summary>For a path that is not the name of a color.</summary>
    private static void MapNothing(IEndpointRouteBuilder app, string path) =>
        app.MapMethods(path, Routes.Methods, Errors.NotFound.SendAsync).ExcludeFromDescription();

    private static Task Ready(HttpContext context, Readiness readiness) =>
        readiness.Obstacle is { } obstacle
            ? Answer.Error(new(StatusCodes.Status503ServiceUnavailable, $"not ready: {obstacle}")).SendAsync(context)
            : Ok(context);

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
