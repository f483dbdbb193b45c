namespace ColorDemo.Mesh.Istio;

/// <summary>Adds hosts to the mesh that Kubernetes does not know. Istio <c>ServiceEntry</c>.</summary>
/// <param name="Hosts">Full names; the first label may be <c>*</c>.</param>
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
    IReadOnlyList<string> ExportTo);

/// <param name="TargetPort">Of the endpoints; the same number when absent.</param>
public sealed record ServiceEntryPort(int Number, string Name, string Protocol, int? TargetPort);

/// <summary>
/// An address that serves a ServiceEntry: one of its endpoints, or a resource of its own. Istio <c>WorkloadEntry</c>.
/// </summary>
/// <param name="Metadata">Null for an endpoint that stands in the ServiceEntry.</param>
/// <param name="Ports">By the name of the ServiceEntry's port; else that port's target port.</param>
/// <param name="Locality"><c>region/zone/subzone</c>, or a part of it.</param>
/// <param name="Weight">Relative; absent means 1.</param>
public sealed record WorkloadEntry(
    Metadata? Metadata,
    string Address,
    IReadOnlyDictionary<string, int> Ports,
    IReadOnlyDictionary<string, string> Labels,
    string? Network,
    string? Locality,
    int? Weight);
