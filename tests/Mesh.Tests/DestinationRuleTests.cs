using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Tests;

public class DestinationRuleTests
{
    [Fact]
    public void A_short_host_is_completed_and_in_lower_case() =>
        Assert.Equal("color-svc.team-a.svc.cluster.local", Read("host: Color-Svc").Host);

    [Fact]
    public void Every_limit_of_a_connection_pool_is_read()
    {
        var pool = Policy("""
            connectionPool:
              tcp: {maxConnections: 10, connectTimeout: 250ms}
              http:
                http1MaxPendingRequests: 1
                http2MaxRequests: 2
                maxRequestsPerConnection: 3
                maxRetries: 4
            """).ConnectionPool;

        Assert.Equal(
            new(10, TimeSpan.FromMilliseconds(250), 1, 2, 3, 4),
            pool);
    }

    [Fact]
    public void A_limit_of_zero_is_none() => Assert.Equal(
        new(null, null, null, null, null, null),
        Policy("""
            connectionPool:
              tcp: {maxConnections: 0}
              http: {http1MaxPendingRequests: 0, http2MaxRequests: 0, maxRequestsPerConnection: 0, maxRetries: 0}
            """).ConnectionPool);

    [Fact]
    public void Outlier_detection_has_the_defaults_of_Istio() => Assert.Equal(
        new(5, 0, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), 10, 0),
        Policy("outlierDetection: {}").OutlierDetection);

    [Fact]
    public void Outlier_detection_is_read_as_given() => Assert.Equal(
        new(0, 2, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), 100, 50),
        Policy("""
            outlierDetection:
              consecutive5xxErrors: 0
              consecutiveGatewayErrors: 2
              interval: 1s
              baseEjectionTime: 1m
              maxEjectionPercent: 100
              minHealthPercent: 50
            """).OutlierDetection);

    [Theory]
    [InlineData("ROUND_ROBIN", "ROUND_ROBIN")]
    [InlineData("LEAST_CONN", "LEAST_REQUEST")]
    [InlineData("UNSPECIFIED", null)]
    public void A_simple_load_balancer_goes_by_its_name_of_today(string given, string? read) =>
        Assert.Equal(new(read, null, null), Policy($"loadBalancer: {{simple: {given}}}").LoadBalancer);

    [Theory]
    [InlineData("{httpHeaderName: x-user}", "x-user", null, false, null, false, 1024)]
    [InlineData("{useSourceIp: true, maglev: {tableSize: 65537}}", null, null, true, null, true, 1024)]
    [InlineData("{httpQueryParameterName: id, ringHash: {minimumRingSize: 64}}", null, null, false, "id", false, 64)]
    [InlineData("{httpCookie: {name: user, ttl: 0s}, minimumRingSize: 9}", null, "user", false, null, false, 9)]
    public void A_consistent_hash_has_one_key_and_one_algorithm(
        string hash, string? header, string? cookie, bool usesAddress, string? parameter, bool isMaglev, int ringSize)
    {
        var expectedCookie = cookie is null ? null : new HashCookie(cookie, null, TimeSpan.Zero);

        Assert.Equal(
            new(header, expectedCookie, usesAddress, parameter, isMaglev, ringSize),
            Policy($"loadBalancer: {{consistentHash: {hash}}}").LoadBalancer?.ConsistentHash);
    }

    [Fact]
    public void Localities_are_read_in_their_order()
    {
        var distribute = Policy("""
            loadBalancer:
              localityLbSetting:
                enabled: false
                distribute:
                - from: eu/*
                  to: {eu/a: 80, us/*: 20}
            """).LoadBalancer!.Locality!;
        var failover = Policy("""
            outlierDetection: {}
            loadBalancer:
              localityLbSetting:
                failover: [{from: eu, to: us}]
                failoverPriority: [topology.istio.io/cluster]
            """).LoadBalancer!.Locality!;

        Assert.False(distribute.IsEnabled);
        Assert.Equal(("eu/*", 80, 20), (
            distribute.Distribute[0].From, distribute.Distribute[0].To["eu/a"], distribute.Distribute[0].To["us/*"]));
        Assert.True(failover.IsEnabled);
        Assert.Equal(new("eu", "us"), Assert.Single(failover.Failover));
        Assert.Equal(["topology.istio.io/cluster"], failover.FailoverPriority);
    }

    [Fact]
    public void Subsets_and_ports_have_policies_of_their_own()
    {
        var rule = Read("""
            host: color-svc
            trafficPolicy:
              tls: {mode: ISTIO_MUTUAL}
              portLevelSettings:
              - port: {number: 80}
                loadBalancer: {simple: RANDOM}
            subsets:
            - name: v1
              labels: {version: v1}
              trafficPolicy: {loadBalancer: {simple: PASSTHROUGH}}
            - name: all
            """);

        Assert.Equal(new("ISTIO_MUTUAL"), rule.TrafficPolicy?.Tls);
        Assert.Equal((80, "RANDOM"), (rule.TrafficPolicy?.Ports[0].Port,
            rule.TrafficPolicy?.Ports[0].Policy.LoadBalancer?.Simple));
        Assert.Equal(("v1", "PASSTHROUGH"), (rule.Subsets[0].Labels["version"],
            rule.Subsets[0].TrafficPolicy?.LoadBalancer?.Simple));
        Assert.Null(rule.Subsets[1].TrafficPolicy);
    }

    private static TrafficPolicy Policy(string policy) =>
        Read($"host: color-svc\ntrafficPolicy:\n  {policy.ReplaceLineEndings("\n  ")}").TrafficPolicy!;

    private static DestinationRule Read(string spec) => Assert.Single(ManifestReaderTests.Read($$"""
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: color, namespace: team-a}
        spec:
          {{spec.ReplaceLineEndings("\n  ")}}
        """).DestinationRules);
}
