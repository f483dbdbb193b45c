namespace ColorDemo.Mesh.Istio;

/// <summary>Names parts of a host. Istio <c>DestinationRule</c>, networking.istio.io/v1.</summary>
/// <param name="Host">Full name, in lower case; may begin with <c>*.</c>.</param>
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
        var read = new DestinationRule(
            metadata,
            metadata.FullHost(HostOf(spec)).ToLowerInvariant(),
            SubsetsOf(spec),
            TrafficPolicy.Read(spec.Object("trafficPolicy")),
            Istio.ExportTo.Read(spec, metadata),
            LabelMap.ReadSelector(spec, "workloadSelector", "matchLabels") ?? new Dictionary<string, string>());
        if (spec.Has("workloadSelector") && read.ExportTo.Any(name => name != "." && name != metadata.Namespace))
        {
            spec.Error("exportTo", "destination rule with workload selector cannot have exportTo beyond current "
                + "namespace; write '.', or leave workloadSelector out");
        }

        spec.End();
        return read;
    }

    private static string HostOf(Fields spec)
    {
        var host = spec.RequiredText("host");
        if (host.Length > 0 && HostName.FlawOf(host) is { } flaw)
        {
            spec.Error("host", flaw);
        }

        return host;
    }

    private static List<Subset> SubsetsOf(Fields spec)
    {
        List<Subset> subsets = [];
        foreach (var fields in spec.Objects("subsets"))
        {
            var subset = Subset.Read(fields);
            if (subset.Name.Length > 0 && subsets.Any(other => other.Name == subset.Name))
            {
                fields.Error("name", $"duplicate subset names: there is a subset '{subset.Name}' already");
            }

            subsets.Add(subset);
        }

        return subsets;
    }
}
