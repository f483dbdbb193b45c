using ColorDemo.Mesh.Istio;
using k8s.Models;

namespace ColorDemo.Launcher.Pods;

internal static class DeploymentDocument
{
    /// <summary>The Deployment as it was written, which knows the lines of its fields.</summary>
    public static ManifestDocument DocumentOf(this ManifestSet manifests, V1Deployment deployment) =>
        manifests.Documents.First(one => one.Kind == "Deployment"
            && one.Name == deployment.Metadata.Name
            && one.Namespace == (deployment.Metadata.NamespaceProperty ?? "default"));
}
