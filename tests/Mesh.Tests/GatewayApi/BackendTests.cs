using ColorDemo.Mesh.Istio;
using static ColorDemo.Mesh.Tests.GatewayApi.TranslatedManifests;

namespace ColorDemo.Mesh.Tests.GatewayApi;

public class BackendTests
{
    private const string Grant = """
        apiVersion: gateway.networking.k8s.io/v1beta1
        kind: ReferenceGrant
        metadata: {name: grant, namespace: far}
        spec:
          from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: color}]
          to: [{group: "", kind: Service}]
        """;

    [Fact]
    public void Weights_are_1_when_absent_and_a_weight_of_0_is_left_out() => Assert.Equal(
        [("red-svc.color.svc.cluster.local", 1), ("blue-svc.color.svc.cluster.local", 3)],
        RuleOf("backendRefs: [{name: red-svc, port: 8800}, {name: blue-svc, port: 8800, weight: 3},"
            + " {name: color-svc, port: 8800, weight: 0}]").Route
            .Select(destination => (destination.Destination.Host, destination.Weight)));

    [Theory]
    [InlineData("{name: color-svc, port: 8800}", "color-svc.color.svc.cluster.local")]
    [InlineData("{name: color-svc, namespace: color, port: 8800}", "color-svc.color.svc.cluster.local")]
    [InlineData("{group: networking.istio.io, kind: Hostname, name: colors.example, port: 8800}", "colors.example")]
    [InlineData("{name: no-svc, port: 8800}", "no-svc.color.svc.cluster.local")]
    [InlineData("{name: color-svc, port: 8801}", "color-svc.color.svc.cluster.local")]
    [InlineData("{name: far-svc, namespace: far, port: 8800}", "")]
    [InlineData("{group: a.example, kind: Bucket, name: color-svc, port: 8800}", "")]
    [InlineData("{group: networking.istio.io, kind: Hostname, name: nowhere.example, port: 8800}",
        "nowhere.example")]
    public void A_backend_that_is_not_granted_or_of_another_kind_is_nowhere(string backend, string host) =>
        Assert.Equal(host, RuleOf($"backendRefs: [{backend}]").Route.Single().Destination.Host);

    [Theory]
    [InlineData("", "", true)]
    [InlineData("kind: Service}", "kind: Service, name: far-svc}", true)]
    [InlineData("kind: Service}", "kind: Service, name: other-svc}", false)]
    [InlineData("kind: Service}", "kind: Secret}", false)]
    [InlineData("kind: HTTPRoute", "kind: GRPCRoute", false)]
    [InlineData("namespace: color}", "namespace: other}", false)]
    [InlineData("namespace: far}", "namespace: color}", false)]
    public void A_service_of_another_namespace_needs_a_grant_of_that_namespace(string part, string other, bool granted)
    {
        var grant = part.Length > 0 ? Grant.Replace(part, other, StringComparison.Ordinal) : Grant;

        var rule = Of(Gate, grant, Route("backendRefs: [{name: far-svc, namespace: far, port: 8800}]"))
            .VirtualServices[0].Http[0];

        Assert.Equal(granted ? "far-svc.far.svc.cluster.local" : "", rule.Route[0].Destination.Host);
    }

    [Fact]
    public void Within_the_mesh_no_grant_is_needed() => Assert.Equal(
        "far-svc.far.svc.cluster.local",
        Of(Services, RouteOf(
            "[{backendRefs: [{name: far-svc, namespace: far, port: 8800}]}]",
            parent: "{group: '', kind: Service, name: color-svc}"))
            .VirtualServices[0].Http[0].Route[0].Destination.Host);

    [Theory]
    [InlineData("")]
    [InlineData("backendRefs: []")]
    [InlineData("backendRefs: [{name: color-svc, port: 8800, weight: 0}]")]
    public void A_rule_without_backends_answers_500(string rule) =>
        Assert.Equal(new DirectResponse(500, null), RuleOf(rule).DirectResponse);

    [Fact]
    public void A_route_without_rules_answers_500_to_everything()
    {
        var route = Route("").Replace("  rules: [{}]", "", StringComparison.Ordinal);

        var rule = Assert.Single(Of(Gate, route).VirtualServices[0].Http);

        Assert.Equal(("/", 500), (rule.Match[0].Uri?.Prefix, rule.DirectResponse?.Status));
    }

    [Fact]
    public void Headers_of_one_backend_are_changed_for_its_share_only()
    {
        var rule = RuleOf("backendRefs: [{name: color-svc, port: 8800, filters: [{type: RequestHeaderModifier,"
            + " requestHeaderModifier: {set: [{name: X-Color, value: blue}], remove: [x-shade]}}]}]");

        Assert.Null(rule.Headers);
        Assert.Equal([new("x-color", "blue")], rule.Route[0].Headers!.Request.Set);
        Assert.Equal(["x-shade"], rule.Route[0].Headers!.Request.Remove);
    }

    [Theory]
    [InlineData("backendRefs: [{name: color-svc.color.svc.cluster.local, port: 8800}]")]
    [InlineData("backendRefs: [{group: networking.istio.io, kind: Hostname, name: colors.example}]")]
    [InlineData("filters: [{type: ExtensionRef, extensionRef: {group: a.b, kind: C, name: d}}]")]
    [InlineData("backendRefs: [{name: color-svc, port: 8800,"
        + " filters: [{type: URLRewrite, urlRewrite: {hostname: a.example}}]}]")]
    public void What_Istio_cannot_translate_takes_the_whole_route_away(string rule) => Assert.Empty(
        Of(Gate, RouteOf($"[{{backendRefs: [{{name: color-svc, port: 8800}}]}}, {{{rule}}}]")).VirtualServices);
}
