using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Analysis;

/// <summary>A Service's target port, by name, that no container of its pods has.</summary>
internal static class MissingTargetPorts
{
    public static IEnumerable<ManifestProblem> In(AnalysedCluster cluster) =>
        from service in cluster.Manifests.Services
        let workloads = cluster.SelectedBy(service).ToList()
        where workloads.Count > 0
        let known = workloads.SelectMany(workload => workload.PortNames).Distinct().ToList()
        from port in (service.Spec.Ports ?? []).Index()
        let target = port.Item?.TargetPort?.Value
        where !string.IsNullOrEmpty(target) && !int.TryParse(target, out _) && !known.Contains(target)
        select cluster.DocumentOf(service).Problem(
            $"spec.ports[{port.Index}].targetPort",
            $"no container of {string.Join(", ", workloads.Select(one => one.Document.Name).Distinct())} has a port "
                + $"named '{target}', so port {port.Item!.Port} has no endpoints; "
                + (known.Count > 0 ? UnknownWord.Advice(target, known) : "name a container's port so"),
            FindingCode.TargetPortMissing,
            isError: false);
}
