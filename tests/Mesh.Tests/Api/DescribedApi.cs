using System.Collections.Concurrent;
using ColorDemo.Mesh.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ColorDemo.Mesh.Tests.Api;

/// <summary>An API server that tells what it serves and holds one Deployment, which it never changes.</summary>
internal sealed class DescribedApi : IAsyncDisposable
{
    private const string Deployment = "/apis/apps/v1/namespaces/color/deployments/color-svc";

    private readonly WebApplication _app;

    private DescribedApi(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    /// <summary>The paths of all requests.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>What was written, as method, media type, kind of validation and body.</summary>
    public ConcurrentQueue<string> Written { get; } = new();

    public static async Task<DescribedApi> StartAsync(string deployment = "")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var api = new DescribedApi(builder.Build());
        api._app.Run(context => api.AnswerAsync(context, deployment));
        await api._app.StartAsync(TestContext.Current.CancellationToken);
        return api;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, string deployment)
    {
        var path = context.Request.Path.Value!;
        var stop = context.RequestAborted;
        Asked.Enqueue(path);
        if (ApiDocuments.Find(path, context.Request.Headers.Accept) is { } document)
        {
            context.Response.ContentType = document.MediaType;
            await context.Response.BodyWriter.WriteAsync(document.Content, stop);
        }
        else if (path == Deployment)
        {
            if (!HttpMethods.IsGet(context.Request.Method))
            {
                var body = await new StreamReader(context.Request.Body).ReadToEndAsync(stop);
                var validation = context.Request.Query["fieldValidation"];
                Written.Enqueue($"{context.Request.Method} {context.Request.ContentType} {validation} {body}");
            }

            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(deployment, stop);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
