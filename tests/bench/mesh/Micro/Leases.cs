using BenchmarkDotNet.Attributes;
using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Proxy;
using ColorDemo.Mesh.Routing;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Bench.Micro;

/// <summary>An endpoint is chosen, used and given back.</summary>
[MemoryDiagnoser]
public class Leases
{
    private static readonly OutlierDetection Outliers =
        new(5, 0, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), 10, 0);

    private readonly Balancer _balancer = new();
    private readonly DefaultHttpContext _context = new();
    private readonly Upstream _leastRequest = Of("LEAST_REQUEST", 1, 1, 1, 1);
    private readonly Upstream _weighted = Of("LEAST_REQUEST", 3, 1, 1, 1);
    private readonly Upstream _roundRobin = Of("ROUND_ROBIN", 3, 1, 1, 1);
    private readonly Upstream _random = Of("RANDOM", 3, 1, 1, 1);
    private readonly Upstream _watched = With(policy => policy with { OutlierDetection = Outliers });
    private readonly Upstream _ring = With(policy => policy with { ConsistentHash = ByUser(isMaglev: false) });
    private readonly Upstream _maglev = With(policy => policy with { ConsistentHash = ByUser(isMaglev: true) });

    public Leases() => _context.Request.Headers["x-user"] = "jason";

    [Benchmark]
    public void LeastRequest() => Use(_leastRequest);

    [Benchmark]
    public void WeightedLeastRequest() => Use(_weighted);

    [Benchmark]
    public void RoundRobin() => Use(_roundRobin);

    [Benchmark]
    public void WeightedRandom() => Use(_random);

    [Benchmark]
    public void LeastRequestWithOutlierDetection() => Use(_watched);

    [Benchmark]
    public void HashRing() => Use(_ring);

    [Benchmark]
    public void Maglev() => Use(_maglev);

    private void Use(Upstream upstream)
    {
        using var lease = _balancer.Lease(upstream, _context, []).Lease!;
        lease.Report(200);
    }

    private static ConsistentHash ByUser(bool isMaglev) => new("x-user", null, false, null, isMaglev, 1024);

    private static Upstream With(Func<UpstreamPolicy, UpstreamPolicy> change)
    {
        var upstream = Of("LEAST_REQUEST", 1, 1, 1, 1);
        return upstream with { Policy = change(upstream.Policy) };
    }

    private static Upstream Of(string loadBalancer, params int[] weights) => new(
        $"outbound|80||{Guid.NewGuid()}",
        "color",
        null,
        80,
        new Dictionary<string, string>(),
        [.. weights.Select((weight, index) => new UpstreamEndpoint($"10.0.0.{index}:80", null, [], 0, weight))],
        new(loadBalancer, null, null, null, null, null));
}
