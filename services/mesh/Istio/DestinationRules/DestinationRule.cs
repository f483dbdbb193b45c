namespace ColorDemo.Mesh.Istio;

/// <summary>Policies and named subsets of a host. Istio <c>DestinationRule</c>, networking.istio.io/v1.</summary>
/// <param name="Host">Full name; may begin with <c>*.</c>.</param>
/// <param name="ExportTo">Namespaces, <c>.</c> or <c>*</c>; empty means <c>*</c>.</param>
/// <param name="WorkloadSelector">Clients that it is for, by label; empty means all.</param>
public sealed record DestinationRule(
    Metadata Metadata,
    string Host,
    IReadOnlyList<Subset> Subsets,
    TrafficPolicy? TrafficPolicy,
    IReadOnlyList<string> ExportTo,
    IReadOnlyDictionary<string, string> WorkloadSelector)
{
    internal static DestinationRule Read(Metadata metadata, Fields spec)
    {
        var host = spec.RequiredText("host");
        if (host.Length > 0 && !Names.IsHost(host))
        {
            spec.Error("host", $"'{host}' is no host");
        }

        List<Subset> subsets = [];
        foreach (var fields in spec.Objects("subsets"))
        {
            var subset = Subset.Read(fields);
            if (subsets.Any(other => other.Name == subset.Name))
            {
                fields.Error("name", $"there is a subset '{subset.Name}' already");
            }

            subsets.Add(subset);
        }

        var read = new DestinationRule(metadata, metadata.FullHost(host), subsets, null, spec.Texts("exportTo"),
            spec.Object("workloadSelector")?.TextMap("matchLabels") ?? new Dictionary<string, string>());
        spec.NotSimulated("trafficPolicy");
        spec.End();
        return read;
    }
}
