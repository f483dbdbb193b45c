using System.Net;
using System.Net.Sockets;
using ColorDemo.ColorService.Tests;
using ColorDemo.Tests;
using Client = ColorDemo.ColorService.Grpc.V1.ColorService.ColorServiceClient;

namespace ColorDemo.Observability.Tests;

/// <summary>
/// A canary in two clusters, and the Prometheus that watches it: of 1000 colors, armadillo's v1 answered 800, bison's
/// v1 180, 20 of them over gRPC, and bison's v2, which is slow, 20. armadillo's v2 is up and not asked, and one pod
/// does not answer at all.
/// </summary>
internal sealed class ScrapedPods : IAsyncDisposable
{
    public const string Gone = "color-svc-v1-gone";

    private const string Requests = """sum(http_requests_received_total{endpoint=~"/random.*"})""";
    private const string Calls = """sum(grpc_server_handled_total{grpc_code="OK"})""";

    /// <summary>The rules of a group are evaluated in their order.</summary>
    private static readonly string LastRecorded =
        (string)Shipped.Rules.Last(rule => rule.ContainsKey("record"))["record"]!;

    private readonly List<ServiceProcess> _services = [];
    private readonly Socket _closed = new(SocketType.Stream, ProtocolType.Tcp); // has a port, does not listen
    private PrometheusProcess? _prometheus;

    /// <summary>When all requests were scraped and all rules evaluated. Rates go down later.</summary>
    public DateTimeOffset Moment { get; private set; }

    public PrometheusProcess Prometheus => _prometheus!;

    public static async Task<ScrapedPods> StartAsync()
    {
        _ = Tools.Prometheus; // skips, before anything has to be cleaned up
        var pods = new ScrapedPods();
        try
        {
            await pods.DriveAsync();
        }
        catch
        {
            await pods.DisposeAsync();
            throw;
        }

        return pods;
    }

    public Task<IReadOnlyList<Sample>> QueryAsync(string expression) => Prometheus.QueryAsync(expression, Moment);

    public async ValueTask DisposeAsync()
    {
        if (_prometheus is not null)
        {
            await _prometheus.DisposeAsync();
        }

        foreach (var service in _services)
        {
            await service.DisposeAsync();
        }

        _closed.Dispose();
    }

    private async Task DriveAsync()
    {
        _closed.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var stable = await StartAsync("armadillo", "v1", ("DISABLE_RED", "true"));
        var other = await StartAsync("bison", "v1");
        var slow = await StartAsync("bison", "v2", ("ENABLE_DELAY", "true"), ("DELAY_DURATION_MILLISECOND", "1500"));
        var idle = await StartAsync("armadillo", "v2");

        // Once each, so that the series exist: the first value of a series is no increase to Prometheus.
        await Task.WhenAll(
            AskAsync(stable, 1), AskAsync(stable, 1, "/random/red"), AskAsync(other, 1), AskAsync(slow, 1),
            CallAsync(other, 1));
        _prometheus = await PrometheusProcess.StartAsync(ScrapeConfiguration.OfCluster, PodTarget.File(
            Target("color-svc-v1-a", stable), Target("color-svc-v1-b", other), Target("color-svc-v2-b", slow),
            Target("color-svc-v2-a", idle), new PodTarget(Gone, $"{_closed.LocalEndPoint}"),
            Target("color-grid", idle) with { App = "color-grid" },
            Target("sidecar", idle) with { PortName = "http-envoy-prom" },
            Target("grpc", idle) with { PortName = "grpc" },
            Target("old", idle) with { Phase = "Succeeded" }));
        await EventuallyAsync(Requests, 4);
        await EventuallyAsync(Calls, 1);
        await EventuallyAsync("count(instance:color_svc_identity:info)", 4);

        await Task.WhenAll(
            AskAsync(stable, 800), AskAsync(stable, 100, "/random/red"), AskAsync(other, 160), AskAsync(slow, 20),
            CallAsync(other, 20));
        await EventuallyAsync(Requests, 1084);
        await EventuallyAsync(Calls, 21);

        // Prometheus extrapolates each rate by up to one interval, so the fewer have passed, the less shares are exact.
        await Eventually.HoldsAsync(
            async () => await _prometheus.QueryAsync("count(count_over_time(up[1m]) > 25)") is [{ Value: 5 }],
            "every target was scraped 25 times");
        await EvaluatedAsync(LastRecorded);
        await EvaluatedAsync("ALERTS"); // and what they ask for was evaluated before
        Moment = TimeProvider.System.GetUtcNow();
    }

    private Task EventuallyAsync(string expression, double value) => Eventually.HoldsAsync(
        async () => await Prometheus.QueryAsync(expression) is [var only] && only.Value.Equals(value),
        $"{expression} is {value}");

    private async Task EvaluatedAsync(string series)
    {
        var since = TimeProvider.System.GetUtcNow();
        await Eventually.HoldsAsync(
            async () => await Prometheus.QueryAsync($"min(timestamp({series}))") is [var oldest]
                && oldest.Value * 1000 > since.ToUnixTimeMilliseconds(),
            $"{series} is evaluated again");
    }

    private async Task<ServiceProcess> StartAsync(
        string cluster, string version, params (string Name, string Value)[] more)
    {
        var service = await ServiceProcess.StartAsync(
            [("CLUSTER_NAME", cluster), ("VERSION", version), ("DISABLE_LOGGING", "true"), .. more]);
        _services.Add(service);
        return service;
    }

    private static PodTarget Target(string pod, ServiceProcess service) =>
        new(pod, service.Client.BaseAddress!.Authority);

    private static Task AskAsync(ServiceProcess service, int times, string path = "/random") =>
        RepeatAsync(times, async cancelled => (await service.Client.GetAsync(path, cancelled)).Dispose());

    private static async Task CallAsync(ServiceProcess service, int times)
    {
        using var channel = service.Channel();
        var client = new Client(channel);
        await RepeatAsync(times,
            async cancelled => await client.GetRandomColorAsync(new(), cancellationToken: cancelled));
    }

    private static Task RepeatAsync(int times, Func<CancellationToken, Task> ask) =>
        Parallel.ForEachAsync(
            Enumerable.Range(0, times),
            new ParallelOptions { MaxDegreeOfParallelism = 20 },
            async (_, cancelled) => await ask(cancelled));
}
