using k8s;
using k8s.KubeConfigModels;

namespace ColorDemo.Launcher;

/// <summary>A kubeconfig of the demo's own with a context per cluster; never the user's. Removed at the end.</summary>
internal sealed class Kubeconfig : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("color-demo-");

    public Kubeconfig(IReadOnlyDictionary<string, ClusterPorts> clusters) =>
        File.WriteAllText(Path, KubernetesYaml.Serialize(new K8SConfiguration
        {
            ApiVersion = "v1",
            Kind = "Config",
            CurrentContext = clusters.Keys.First(),
            Clusters = clusters.Select(one => new Cluster
            {
                Name = one.Key,
                ClusterEndpoint = new() { Server = $"http://localhost:{one.Value.Api}" },
            }),
            Contexts = clusters.Keys.Select(name => new Context
            {
                Name = name,
                ContextDetails = new() { Cluster = name },
            }),
        }));

    public string Path => System.IO.Path.Combine(_folder.FullName, "kubeconfig");

    public void Dispose() => _folder.Delete(recursive: true);
}
