using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ColorDemo.ColorService.Bench;

/// <summary>Takes traces over OTLP, as Jaeger does, and forgets them.</summary>
internal sealed class TraceSink : IAsyncDisposable
{
    private readonly WebApplication _app;
    private long _batches;

    private TraceSink()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Address.ToString());
        _app = builder.Build();
        _app.MapPost("/v1/traces", TakeAsync);
    }

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePorts.Next()}");

    /// <summary>How many requests brought spans so far.</summary>
    public long Batches => Interlocked.Read(ref _batches);

    public static async Task<TraceSink> StartAsync(CancellationToken stop)
    {
        var sink = new TraceSink();
        await sink._app.StartAsync(stop);
        return sink;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>An empty answer is OTLP's word for all accepted.</summary>
    private async Task TakeAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        Interlocked.Increment(ref _batches);
        context.Response.ContentType = "application/x-protobuf";
    }
}
