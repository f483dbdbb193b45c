namespace ColorDemo.Mesh.Istio;

/// <summary>Adds hosts to the mesh that Kubernetes does not know. Istio <c>ServiceEntry</c>.</summary>
/// <param name="Hosts">Full names, in lower case; the first label may be <c>*</c>.</param>
/// <param name="Location">MESH_EXTERNAL, the default, or MESH_INTERNAL.</param>
/// <param name="Resolution">NONE, the default, STATIC, DNS, DNS_ROUND_ROBIN or DYNAMIC_DNS.</param>
/// <param name="WorkloadSelector">Pods and WorkloadEntries of its namespace, by label; null when it has none.</param>
/// <param name="ExportTo">Namespaces, <c>.</c> or <c>*</c>; empty means <c>*</c>.</param>
public sealed record ServiceEntry(
    Metadata Metadata,
    IReadOnlyList<string> Hosts,
    IReadOnlyList<string> Addresses,
    IReadOnlyList<ServiceEntryPort> Ports,
    string Location,
    string Resolution,
    IReadOnlyList<WorkloadEntry> Endpoints,
    IReadOnlyDictionary<string, string>? WorkloadSelector,
    IReadOnlyList<string> ExportTo)
{
    internal static ServiceEntry Read(Metadata metadata, Fields spec)
    {
        var endpoints = spec.Objects("endpoints");
        var read = new ServiceEntry(
            metadata,
            HostsOf(spec),
            spec.Texts("addresses"),
            ServiceEntryPort.ReadAll(spec),
            spec.Choice("location", "MESH_EXTERNAL", "MESH_INTERNAL") ?? "MESH_EXTERNAL",
            spec.Choice("resolution", "NONE", "STATIC", "DNS", "DNS_ROUND_ROBIN", "DYNAMIC_DNS")
                ?? (spec.Has("resolution") ? "" : "NONE"),
            [.. endpoints.Select(endpoint => WorkloadEntry.Read(null, endpoint))],
            LabelMap.ReadSelector(spec, "workloadSelector", "labels"),
            Istio.ExportTo.Read(spec, metadata, mayBeNowhere: true));
        ServiceEntryRules.Check(read, spec, endpoints);
        spec.WithoutEffect("location"); // it decides on mutual TLS alone
        spec.NotSimulated("subjectAltNames");
        spec.Texts("subjectAltNames");
        spec.End();
        return read;
    }

    private static IReadOnlyList<string> HostsOf(Fields spec)
    {
        var hosts = spec.TextItems("hosts");
        if (spec.LacksItems("hosts"))
        {
            spec.Error("hosts", "service entry must have at least one host");
        }

        foreach (var (host, field) in hosts)
        {
            if (host == "*")
            {
                spec.Error(field, "invalid host *: a service entry cannot have every host; write *.example.com");
            }
            else if (HostName.FlawOf(host) is { } flaw)
            {
                spec.Error(field, flaw);
            }
            else if (HostName.IsPartialWildcard(host))
            {
                spec.Warn(field, $"partial wildcard '{host}' not recommended; write "
                    + $"*{host[host.IndexOf('.')..]}");
            }
        }

        return [.. hosts.Select(host => host.Text.ToLowerInvariant())];
    }
}
