using k8s;
using k8s.KubeConfigModels;

namespace ColorDemo.GridHost;

/// <summary>Finds the Kubernetes API of a gateway's cluster.</summary>
public static class KubernetesAccess
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>
    /// The kubeconfig's context that is named as the gateway; inside a cluster, that cluster's own API for the only gateway.
    /// </summary>
    /// <returns>Nothing when there is no such context.</returns>
    public static ClusterManifests? Open(string gateway, bool isOnlyGateway)
    {
        foreach (var kubeconfig in Kubeconfigs().Where(kubeconfig => kubeconfig.Contexts.Any(context => context.Name == gateway)))
        {
            AllowAnonymous(kubeconfig);
            return Open(KubernetesClientConfiguration.BuildConfigFromConfigObject(kubeconfig, gateway));
        }

        return isOnlyGateway && KubernetesClientConfiguration.IsInCluster()
            ? Open(KubernetesClientConfiguration.InClusterConfig())
            : null;
    }

    /// <summary>Where kubectl looks: the files that <c>KUBECONFIG</c> lists, else <c>~/.kube/config</c>.</summary>
    private static IEnumerable<K8SConfiguration> Kubeconfigs() =>
        (Environment.GetEnvironmentVariable("KUBECONFIG") is { Length: > 0 } files
            ? files.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            : [KubernetesClientConfiguration.KubeConfigDefaultLocation])
        .Where(File.Exists)
        .Select(file => KubernetesClientConfiguration.LoadKubeConfig(file));

    /// <summary>A user without credentials is nobody to kubectl; the client library would refuse the whole context.</summary>
    private static void AllowAnonymous(K8SConfiguration kubeconfig)
    {
        var anonymous = kubeconfig.Users.Where(user => IsEmpty(user.UserCredentials)).Select(user => user.Name).ToHashSet();
        foreach (var context in kubeconfig.Contexts.Where(context => anonymous.Contains(context.ContextDetails.User)))
        {
            context.ContextDetails.User = null;
        }
    }

    private static bool IsEmpty(UserCredentials? user) =>
        user is null or { Token: null, UserName: null, AuthProvider: null, ExternalExecution: null }
            and { ClientCertificate: null, ClientCertificateData: null };

    private static ClusterManifests Open(KubernetesClientConfiguration configuration)
    {
        configuration.HttpClientTimeout = Patience;
        return new(new Kubernetes(configuration));
    }
}
