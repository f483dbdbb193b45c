using System.Collections.Concurrent;
using System.Net;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ColorDemo.ColorService.Tests.Traces;

/// <summary>Takes spans as Jaeger does: over gRPC on one port, as protobuf over HTTP on the other.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ReceivedSpan> _spans = new();
    private readonly ConcurrentQueue<IHeaderDictionary> _headers = new();

    private Collector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        });
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(this);
        _app = builder.Build();
        _app.MapGrpcService<Receiver>();
        _app.MapPost("/v1/traces", TakeAsync);
    }

    /// <summary>In the order of their arrival.</summary>
    public IReadOnlyCollection<ReceivedSpan> Spans => _spans;

    /// <summary>Of every export.</summary>
    public IReadOnlyCollection<IHeaderDictionary> Headers => _headers;

    /// <summary>For <c>http/protobuf</c>, without a path.</summary>
    public string HttpAddress => _app.Urls.First();

    public string GrpcAddress => _app.Urls.Last();

    public static async Task<Collector> StartAsync()
    {
        var collector = new Collector();
        await collector._app.StartAsync(TestContext.Current.CancellationToken);
        return collector;
    }

    /// <summary>A service that sends its spans here without delay.</summary>
    public Task<ServiceProcess> TracedAsync(params (string Name, string Value)[] environment) =>
        ServiceProcess.StartAsync([
            ("OTEL_EXPORTER_OTLP_ENDPOINT", HttpAddress),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_BSP_SCHEDULE_DELAY", "10"),
            .. environment]);

    /// <summary>Stops the service, which sends what it still has.</summary>
    /// <returns>All spans so far.</returns>
    public async Task<IReadOnlyCollection<ReceivedSpan>> AllAsync(ServiceProcess service)
    {
        await service.StopAsync();
        return Spans;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        Take(ExportTraceServiceRequest.Parser.ParseFrom(body.ToArray()), request.Headers);
        return Results.Bytes([], "application/x-protobuf"); // the answer's message has no field that is set
    }

    private void Take(ExportTraceServiceRequest request, IHeaderDictionary headers)
    {
        _headers.Enqueue(new HeaderDictionary(headers.ToDictionary()));
        foreach (var span in ReceivedSpan.In(request))
        {
            _spans.Enqueue(span);
        }
    }

    private sealed class Receiver(Collector collector) : TraceService.TraceServiceBase
    {
        public override Task<ExportTraceServiceResponse> Export(
            ExportTraceServiceRequest request, ServerCallContext context)
        {
            collector.Take(request, context.GetHttpContext().Request.Headers);
            return Task.FromResult(new ExportTraceServiceResponse());
        }
    }
}
