using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Analysis;

/// <summary>A Gateway whose selector fits no gateway that the manifests install.</summary>
/// <remarks>
/// Istio's own gateways come with Istio: without any other there is nothing to tell, but that a label is nearly theirs.
/// </remarks>
internal static class UnselectedGateways
{
    private const string Label = "istio";

    /// <summary>As Istio's charts and profiles label their gateways.</summary>
    private static readonly string[] Installed = ["ingressgateway", "egressgateway", "eastwestgateway"];

    public static IEnumerable<ManifestProblem> In(AnalysedCluster cluster) =>
        [.. Unselected(cluster), .. Slips(cluster)];

    private static IEnumerable<ManifestProblem> Slips(AnalysedCluster cluster) =>
        from gateway in cluster.Manifests.Gateways
        let label = gateway.Selector.GetValueOrDefault(Label, "")
        where !Installed.Contains(label) && UnknownWord.Nearest(label, Installed) is not null
            && !cluster.Workloads.Any(workload => workload.Labels.Contains(gateway.Selector))
        select cluster.DocumentOf(gateway).Problem(
            $"spec.selector.{Label}",
            $"no gateway's pods have {Label}: {label}; {UnknownWord.Advice(label, Installed)}",
            FindingCode.ReferenceNotFound,
            isError: false);

    private static IEnumerable<ManifestProblem> Unselected(AnalysedCluster cluster)
    {
        var workloads = cluster.Workloads.Where(workload => workload.IsGateway).ToList();
        return from gateway in cluster.Manifests.Gateways
               where workloads.Count > 0
                   && !workloads.Any(workload => workload.Labels.Contains(gateway.Selector))
                   && !SelectsInstalled(gateway, workloads, cluster)
               select cluster.DocumentOf(gateway).Problem(
                   "spec.selector",
                   $"no gateway's pods have {string.Join(", ", gateway.Selector.Select(Text))}: nothing is served; "
                       + $"there {(workloads.Count == 1 ? "is" : "are")} {string.Join("; ", workloads.Select(Shown))}",
                   FindingCode.ReferenceNotFound,
                   isError: false);
    }

    private static bool SelectsInstalled(Gateway gateway, IEnumerable<Workload> workloads, AnalysedCluster cluster) =>
        workloads.All(workload => workload.Namespace != GatewayWorkload.IstioNamespace)
        && GatewayWorkload.Ingress(cluster.Cluster).Client.Labels.Contains(gateway.Selector);

    private static string Shown(Workload workload) => $"{workload.Document.Kind} {workload.Namespace}/"
        + $"{workload.Document.Name} with {string.Join(", ", workload.Labels
            .Where(label => label.Key is "istio" or "app").Select(Text))}";

    private static string Text(KeyValuePair<string, string> label) => $"{label.Key}: {label.Value}";
}
