using System.Text.Json.Nodes;
using ColorDemo.Grid.Wire;
using ColorDemo.GridHost;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Grid.Tests;

/// <summary>Manifests go through the mesh's own route table, as in the host.</summary>
public sealed class RouteFactsTests
{
    private const string Route = """
              route:
                - { destination: { host: color-svc, subset: bison }, weight: 20 }
                - { destination: { host: color-svc, subset: v1 }, weight: 80 }
        """;

    private readonly KnownPods _pods = new(["armadillo", "bison"]);

    public RouteFactsTests()
    {
        Serve("armadillo", "v1");
        Serve("bison", "v1");
    }

    [Fact]
    public void What_is_as_it_should_be_needs_no_fact() => Assert.Empty(Facts(Route));

    [Theory]
    [InlineData(
        "retries: { attempts: 3, retryOn: \"5xx,503\" }",
        "retries: what fails (5xx, 503) is tried up to 3 times more, at other pods of the same destination: fewer "
        + "failures are seen than pods make")]
    [InlineData(
        "timeout: 0.25s", "timeout: answers that take longer than 250 ms get 504: a slow destination loses share")]
    [InlineData(
        "fault: { delay: { percentage: { value: 12.5 }, fixedDelay: 90s } }",
        "fault: 12.5 % of all requests wait 90 s first, whatever their destination")]
    [InlineData(
        "fault: { abort: { percentage: { value: 50 }, httpStatus: 400 } }",
        "fault: 50 % of all requests get 400 before any destination is asked")]
    public void A_route_tells_what_it_does_beside_splitting(string field, string fact) =>
        Assert.Equal(fact, Assert.Single(Facts($"      {field}\n{Route}")).Text);

    [Theory]
    [InlineData("retries: { attempts: 0 }")]
    [InlineData("mirror: { host: color-svc }")]
    [InlineData("fault: { delay: { fixedDelay: 1s } }")]
    public void What_moves_no_share_and_makes_no_failure_is_not_told(string field) =>
        Assert.Empty(Facts($"      {field}\n{Route}"));

    [Fact]
    public void A_subset_of_a_cluster_without_ready_pods_is_told_with_its_share_until_one_serves()
    {
        Serve("bison");
        var told = Assert.Single(Facts(Route));
        Assert.Equal("subset bison has no ready pod in bison: its 20 % get 503", told.Text);
        Assert.True(told is { IsLack: true, MayMoveShares: true });

        Serve("bison", "v2");
        Assert.Empty(Facts(Route));
    }

    [Fact]
    public void A_subset_of_a_version_is_looked_for_in_every_cluster()
    {
        Serve("armadillo", "v2");
        Assert.Empty(Facts(Route));

        Serve("bison", "v2");
        Assert.Equal(
            "subset v1 has no ready pod in armadillo or bison: its 80 % get 503", Assert.Single(Facts(Route)).Text);
    }

    [Fact]
    public void What_is_aborted_before_is_no_part_of_the_share_that_fails()
    {
        Serve("bison");

        var facts = Facts($"      fault: {{ abort: {{ percentage: {{ value: 50 }}, httpStatus: 400 }} }}\n{Route}");

        Assert.Equal("subset bison has no ready pod in bison: its 10 % get 503", facts[0].Text);
        Assert.Equal([FactKind.NoPods, FactKind.Abort], facts.Select(fact => fact.Kind));
    }

    [Fact]
    public void Of_pods_that_are_not_known_nothing_is_said()
    {
        _pods.Learn("bison", null, null);
        Assert.Empty(Facts(Route));

        _pods.Learn("bison", Serving("bison", "b-0"), null); // without labels
        Serve("armadillo", "v2");
        Assert.Empty(Facts(Route));
    }

    [Fact]
    public void A_host_that_sees_one_cluster_says_that_another_may_have_the_pods()
    {
        var alone = new KnownPods(["armadillo"]);
        alone.Learn("armadillo", Serving("armadillo", "a-0"), [Pod("a-0", "v2")]);

        Assert.Equal(
            "subset v1 has no ready pod in armadillo: unless another cluster has one, its 80 % get 503",
            Assert.Single(Facts(Route, alone)).Text);
    }

    [Theory]
    [InlineData(
        "host: color-svc, subset: v3",
        "no DestinationRule of armadillo defines subset v3 of color-svc: its 100 % get 503")]
    [InlineData("host: color-svc, port: { number: 9 }", "Service color-svc has no port 9: its 100 % get 503")]
    [InlineData(
        "host: colour-svc", "armadillo has no Service colour-svc: unless another cluster has it, its 100 % get 503")]
    public void A_destination_that_the_gateway_does_not_know_is_told(string destination, string fact) =>
        Assert.Equal(fact, Assert.Single(Facts($"      route: [{{ destination: {{ {destination} }} }}]")).Text);

    [Fact]
    public void Outlier_detection_is_told_once_for_all_that_have_it_and_locality_where_pods_are_in_several_clusters()
    {
        var facts = Facts(Route, policy: "trafficPolicy: { outlierDetection: { consecutive5xxErrors: 3 } }");

        Assert.Equal(
            [
                "outlier detection (bison, v1): a pod that answers 5xx 3 times in a row gets nothing for 30 s or "
                    + "longer; others of the destination get its share",
                "locality (v1): near pods are asked first, others as far as those get nothing",
            ],
            facts.Select(fact => fact.Text));
    }

    [Fact]
    public void Facts_are_bounded_however_many_destinations_there_are()
    {
        var facts = Facts("      route: [" + string.Join(
            ", ", Enumerable.Range(0, 50).Select(i => $"{{ destination: {{ host: svc-{i} }}, weight: 1 }}")) + "]");

        Assert.Equal(Circumstances.MaxFacts, facts.Count);
        Assert.True(new Circumstances(null, facts).IsSound);
    }

    [Fact]
    public void What_is_missing_twice_is_told_once() => Assert.Single(Facts("""
              route:
                - { destination: { host: color-svc, subset: v3 }, weight: 1 }
                - { destination: { host: color-svc, subset: v3 }, weight: 1 }
        """));

    [Fact]
    public void With_gRPC_a_share_fails_by_a_status_of_its_own()
    {
        Serve("bison");

        var facts = Facts(Route, protocol: SamplingProtocol.Grpc);

        Assert.Equal("subset bison has no ready pod in bison: its 20 % fail", Assert.Single(facts).Text);
    }

    private void Serve(string cluster, params string[] versions)
    {
        var names = versions.Select(version => $"{cluster}-{version}").ToArray();
        _pods.Learn(cluster, Serving(cluster, names), names.Zip(versions, Pod));
    }

    private static HashSet<ServingPod> Serving(string cluster, params string[] names) =>
        [.. names.Select(name => new ServingPod("color-svc.color.svc.cluster.local", "color", cluster, name))];

    private static JsonObject Pod(string name, string version) => new()
    {
        ["metadata"] = new JsonObject
        {
            ["namespace"] = "color",
            ["name"] = name,
            ["labels"] = new JsonObject { ["version"] = version },
        },
    };

    private IReadOnlyList<DeclaredFact> Facts(
        string rule, KnownPods? pods = null, string policy = "", SamplingProtocol protocol = SamplingProtocol.Http)
    {
        var gateway = new GridHost.Gateway("armadillo", new("http://localhost:1"));
        var sampling = new Sampling("armadillo", "/random", 1) { Protocol = protocol };
        return new DeclaredSplits(gateway, Manifests(rule, policy), [], pods ?? _pods).Of(new(gateway, sampling))
            .Circumstances.Facts;
    }

    private static ManifestSet Manifests(string rule, string policy)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, $$"""
            apiVersion: networking.istio.io/v1
            kind: Gateway
            metadata: { name: color, namespace: color }
            spec:
              selector: { istio: ingressgateway }
              servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: ["*"] }]
            ---
            apiVersion: v1
            kind: Service
            metadata: { name: color-svc, namespace: color }
            spec: { selector: { app: color-svc }, ports: [{ name: http, port: 8800 }] }
            ---
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: { name: color-svc, namespace: color }
            spec:
              host: color-svc
              {{policy}}
              subsets:
                - { name: bison, labels: { topology.istio.io/cluster: bison } }
                - { name: v1, labels: { version: v1 } }
            ---
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: { name: color, namespace: color }
            spec:
              hosts: ["*"]
              gateways: [color]
              http:
                - name: split
            {{rule}}
            """);
        var read = ManifestReader.Read(file);
        File.Delete(file);
        return read;
    }
}
