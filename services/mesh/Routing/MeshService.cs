namespace ColorDemo.Mesh.Routing;

/// <summary>A Service of the same name and namespace in any cluster: in Istio these are one.</summary>
/// <param name="Host">Full name, for example <c>color-svc.color.svc.cluster.local</c>.</param>
public sealed record MeshService(string Host, string Namespace, IReadOnlyList<ServicePort> Ports);

/// <param name="Endpoints">Of every cluster; each knows its own labels.</param>
public sealed record ServicePort(int Number, IReadOnlyList<ServiceEndpoint> Endpoints);

/// <param name="Labels">The pod's, and <c>topology.istio.io/cluster</c>, which istiod adds to every endpoint.</param>
public sealed record ServiceEndpoint(
    string Address, MeshCluster Cluster, IReadOnlyDictionary<string, string> Labels)
{
    public bool Bears(IReadOnlyDictionary<string, string> labels) => Labels.Contains(labels);
}

internal static class Labels
{
    public const string Cluster = "topology.istio.io/cluster";

    public static bool Contains(
        this IReadOnlyDictionary<string, string> all, IEnumerable<KeyValuePair<string, string>> some) =>
        some.All(label => all.TryGetValue(label.Key, out var value) && value == label.Value);
}
