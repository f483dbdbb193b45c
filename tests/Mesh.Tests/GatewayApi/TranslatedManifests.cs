using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Tests.GatewayApi;

/// <summary>Small manifests of Gateway API, and what they are in Istio's words.</summary>
internal static class TranslatedManifests
{
    public const string Services = """
        apiVersion: v1
        kind: Service
        metadata: {name: color-svc, namespace: color}
        spec: {selector: {app: color-svc}, ports: [{name: http, port: 8800}]}
        """;

    public const string Gate = """
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        metadata: {name: gate, namespace: color}
        spec:
          gatewayClassName: istio
          listeners: [{name: http, port: 80, protocol: HTTP}]
        """;

    /// <summary>What exists in the mesh, each with port 8800.</summary>
    private static readonly string[] Hosts =
    [
        "color-svc.color.svc.cluster.local", "red-svc.color.svc.cluster.local", "blue-svc.color.svc.cluster.local",
        "far-svc.far.svc.cluster.local", "colors.example",
    ];

    public static GatewayApiTranslation Of(params string[] documents) => GatewayApiTranslation.Of(
        ManifestReaderTests.Read(string.Join("\n---\n", documents)),
        (host, port) => Hosts.Contains(host) && port == 8800);

    /// <summary>A Gateway whose listeners are these, in YAML's flow style.</summary>
    public static string GatewayWith(params string[] listeners) => $$"""
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        metadata: {name: gate, namespace: color}
        spec:
          gatewayClassName: istio
          listeners: [{{string.Join(", ", listeners)}}]
        """;

    /// <summary>A route of namespace color, attached to <see cref="Gate"/>.</summary>
    /// <param name="rule">Fields of its only rule, in YAML's flow style.</param>
    public static string Route(string rule, string name = "color", string hostnames = "[]", string created = "") =>
        RouteOf($"[{{{rule}}}]", name, "color", "{name: gate, namespace: color}", hostnames, created);

    public static string RouteOf(
        string rules,
        string name = "color",
        string ns = "color",
        string parent = "{name: gate, namespace: color}",
        string hostnames = "[]",
        string created = "") => $$"""
            apiVersion: gateway.networking.k8s.io/v1
            kind: HTTPRoute
            metadata: {name: {{name}}, namespace: {{ns}}, creationTimestamp: {{Time(created)}}}
            spec:
              parentRefs: [{{parent}}]
              hostnames: {{hostnames}}
              rules: {{rules}}
            """;

    /// <summary>The only rule that a route with only this rule becomes, attached to <see cref="Gate"/>.</summary>
    public static HttpRule RuleOf(string rule) =>
        Assert.Single(Assert.Single(Of(Gate, Route(rule)).VirtualServices).Http);

    private static string Time(string time) => time.Length > 0 ? $"\"{time}\"" : "null";
}
