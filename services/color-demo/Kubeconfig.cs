using System.Text;
using k8s;
using k8s.KubeConfigModels;

namespace ColorDemo.Launcher;

/// <summary>A kubeconfig of the demo's own with a context per cluster; never the user's. Removed at the end.</summary>
/// <remarks>It holds the run's token; nobody but its owner can read its folder.</remarks>
internal sealed class Kubeconfig : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("color-demo-");

    /// <param name="space">The namespace that commands are about when they name none.</param>
    public Kubeconfig(
        IReadOnlyDictionary<string, ClusterPorts> clusters, string space, ApiCredentials credentials) =>
        File.WriteAllText(Path, KubernetesYaml.Serialize(new K8SConfiguration
        {
            ApiVersion = "v1",
            Kind = "Config",
            CurrentContext = clusters.Keys.First(),
            Clusters = clusters.Select(one => new Cluster
            {
                Name = one.Key,
                ClusterEndpoint = new()
                {
                    Server = $"https://localhost:{one.Value.Api}",
                    CertificateAuthorityData = Convert.ToBase64String(
                        Encoding.ASCII.GetBytes(credentials.Certificate.ExportCertificatePem())),
                },
            }),
            Users = [new() { Name = "color-demo", UserCredentials = new() { Token = credentials.Token } }],
            Contexts = clusters.Keys.Select(name => new Context
            {
                Name = name,
                ContextDetails = new() { Cluster = name, User = "color-demo", Namespace = space },
            }),
        }));

    public string Path => System.IO.Path.Combine(_folder.FullName, "kubeconfig");

    public void Dispose() => _folder.Delete(recursive: true);
}
