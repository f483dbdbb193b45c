using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Proxy;
using ColorDemo.Mesh.Routing;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Tests.Balancing;

/// <summary>Upstreams by hand, and what a balancer makes of them.</summary>
internal static class TestUpstream
{
    public static UpstreamPolicy Policy(string loadBalancer = "LEAST_REQUEST") =>
        new(loadBalancer, null, null, null, null, null);

    public static OutlierDetection Outliers(
        int errors = 5, int gatewayErrors = 0, int maxPercent = 100, int minHealthPercent = 0) =>
        new(errors, gatewayErrors, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), maxPercent, minHealthPercent);

    public static ConnectionPool Pool(
        int? connections = null, int? pending = null, int? requests = null, int? retries = null) =>
        new(connections, null, pending, requests, null, retries);

    /// <summary>Endpoints <c>pod-0</c>, <c>pod-1</c> … of these weights.</summary>
    public static Upstream Weighted(UpstreamPolicy policy, params int[] weights) =>
        Of(policy, weights.Select((weight, index) => Endpoint($"pod-{index}", weight: weight)));

    /// <summary>So many endpoints of weight 1, <c>pod-0</c>, <c>pod-1</c> …</summary>
    public static Upstream Equal(UpstreamPolicy policy, int count) =>
        Weighted(policy, [.. Enumerable.Repeat(1, count)]);

    public static Upstream Of(UpstreamPolicy policy, IEnumerable<UpstreamEndpoint> endpoints) => new(
        "outbound|80||color", "color", null, 80, new Dictionary<string, string>(), [.. endpoints], policy);

    public static UpstreamEndpoint Endpoint(string address, int priority = 0, int weight = 1) =>
        new(address, null, [], priority, weight);

    /// <summary>One request after the other.</summary>
    public static Dictionary<string, int> Count(
        this Balancer balancer, Upstream upstream, int requests, HttpContext? context = null) =>
        Enumerable.Range(0, requests)
            .CountBy(_ =>
            {
                using var lease = balancer.Lease(upstream, context ?? new DefaultHttpContext(), []).Lease!;
                return lease.Endpoint.Address;
            })
            .ToDictionary();

    /// <summary>Reports these answers of one endpoint, whoever would be chosen.</summary>
    public static void Answer(this Balancer balancer, Upstream upstream, string address, params int?[] statuses)
    {
        foreach (var status in statuses)
        {
            List<EndpointLease> leases = [];
            do
            {
                leases.Add(balancer.Lease(upstream, new DefaultHttpContext(), []).Lease!);
            }
            while (leases[^1].Endpoint.Address != address);

            leases[^1].Report(status);
            leases.ForEach(lease => lease.Dispose());
        }
    }

    /// <summary>Who gets requests now; empty when none is healthy.</summary>
    public static string[] Used(this Balancer balancer, Upstream upstream)
    {
        if (balancer.Lease(upstream, new DefaultHttpContext(), []).Lease is not { } first)
        {
            return [];
        }

        first.Dispose();
        return [.. balancer.Count(upstream, 1000).Keys.Order(StringComparer.Ordinal)];
    }
}
