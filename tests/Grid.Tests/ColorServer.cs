using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ColorDemo.Grid.Tests;

/// <summary>A real server in the place of a gateway, on a port that was free.</summary>
internal sealed class ColorServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<long> _arrivals = new();

    private ColorServer(WebApplication app) => _app = app;

    /// <summary>Requests that have arrived, answered or not.</summary>
    public int Arrived => _arrivals.Count;

    public Uri Address => new(_app.Urls.First());

    public GridHost.Gateway Gateway => new("armadillo", Address);

    /// <summary>Between the arrivals of the first request and another one, counted from zero.</summary>
    public TimeSpan UntilArrival(int index) =>
        Stopwatch.GetElapsedTime(_arrivals.First(), _arrivals.ElementAt(index));

    public static async Task<ColorServer> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = new ColorServer(builder.Build());
        server._app.Run(context =>
        {
            server._arrivals.Enqueue(Stopwatch.GetTimestamp());
            return answer(context);
        });
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public static Task Green(HttpContext context) => Json(context, """
        {"name":"Green","hexCode":"#008000","family":"green","version":"v1","cluster":"armadillo","pod":"p"}
        """);

    /// <summary>Until whoever asked gives up.</summary>
    public static async Task Hang(HttpContext context)
    {
        var gone = new TaskCompletionSource();
        await using var told = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }

    public static Task Json(HttpContext context, string body)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body);
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }
}
