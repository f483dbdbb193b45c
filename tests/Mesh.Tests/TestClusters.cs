using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Tests;

/// <summary>Clusters with the pods that their Deployments ask for, each at an address that tells its name.</summary>
internal static class TestClusters
{
    /// <summary>One cluster for each <c>name.yaml</c> of the folder.</summary>
    public static IReadOnlyList<MeshCluster> Read(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal)
            .Select(file => Cluster(Path.GetFileNameWithoutExtension(file), ManifestReader.Read(file))),
    ];

    public static MeshCluster Cluster(string name, ManifestSet manifests) =>
        new(name, manifests, [.. manifests.Deployments.SelectMany(one => Pods(name, one))], $"gateway-of-{name}");

    private static IEnumerable<Pod> Pods(string cluster, k8s.Models.V1Deployment deployment) =>
        from index in Enumerable.Range(0, deployment.Spec.Replicas ?? 1)
        let pod = $"{deployment.Metadata.Name}-{index}"
        let ports = deployment.Spec.Template.Spec.Containers[0].Ports
        select new Pod(
            pod,
            deployment.Metadata.Name,
            deployment.Metadata.NamespaceProperty ?? "default",
            deployment.Spec.Template.Metadata.Labels.AsReadOnly(),
            ports.SelectMany(port => (string[])[port.Name, $"{port.ContainerPort}"])
                .ToDictionary(port => port, _ => $"{pod}@{cluster}"),
            IsReady: true);
}
