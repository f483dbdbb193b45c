using ColorDemo.Mesh.Istio;
using k8s.Models;

namespace ColorDemo.Mesh.Analysis;

/// <summary>A Service whose selector fits no workload of its namespace, in any cluster.</summary>
internal static class ServicesWithoutPods
{
    public static IEnumerable<ManifestProblem> In(AnalysedCluster cluster) =>
        from service in cluster.Manifests.Services
        let space = AnalysedCluster.NamespaceOf(service)
        where service.Spec?.Selector is { Count: > 0 }
            && cluster.Workloads.Any(workload => workload.Namespace == space)
            && cluster.Behind(AnalysedCluster.HostOf(service)).Count == 0
        select cluster.DocumentOf(service).Problem(
            "spec.selector",
            $"no workload of namespace {space} has pods with {Text(service)}: requests get 503; mend the selector, "
                + "or the labels of the pods",
            FindingCode.ServiceWithoutPods,
            isError: false);

    private static string Text(V1Service service) =>
        string.Join(", ", service.Spec.Selector.Select(label => $"{label.Key}: {label.Value}"));
}
