namespace ColorDemo.Mesh.Routing;

/// <summary>The labels that istiod adds to every endpoint and every proxy, besides those of the pod.</summary>
internal static class Labels
{
    public const string Cluster = "topology.istio.io/cluster";
    public const string Network = "topology.istio.io/network";
    public const string Region = "topology.kubernetes.io/region";
    public const string Zone = "topology.kubernetes.io/zone";
    public const string Subzone = "topology.istio.io/subzone";

    public static bool Contains(
        this IReadOnlyDictionary<string, string> all, IEnumerable<KeyValuePair<string, string>> some) =>
        some.All(label => all.TryGetValue(label.Key, out var value) && value == label.Value);

    /// <remarks>Source: Istio's <c>labelutil.AugmentLabels</c>; the topology wins over the pod's own labels.</remarks>
    public static IReadOnlyDictionary<string, string> In(
        this IReadOnlyDictionary<string, string> own, string cluster, string network, Locality locality)
    {
        var labels = new Dictionary<string, string>(own) { [Cluster] = cluster };
        Add(Network, network);
        Add(Region, locality.Region);
        Add(Zone, locality.Zone);
        Add(Subzone, locality.Subzone);
        return labels;

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                labels[name] = value;
            }
        }
    }
}
