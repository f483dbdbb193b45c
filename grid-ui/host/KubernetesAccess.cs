using k8s;
using k8s.KubeConfigModels;

namespace ColorDemo.GridHost;

/// <summary>Finds the Kubernetes API of a gateway's cluster.</summary>
public static class KubernetesAccess
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>
    /// The kubeconfig's context that is named as the gateway; inside a cluster, and for the only gateway, that
    /// cluster's own API.
    /// </summary>
    /// <returns>Nothing when there is no such context.</returns>
    public static ClusterManifests? Open(string gateway, bool isOnlyGateway)
    {
        foreach (var kubeconfig in Kubeconfigs().Where(Has(gateway)))
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
        .Where(file => new FileInfo(file) is { Exists: true, Length: > 0 })
        .Select(file => KubernetesClientConfiguration.LoadKubeConfig(file));

    private static Func<K8SConfiguration, bool> Has(string context) =>
        kubeconfig => kubeconfig.Contexts?.Any(one => one.Name == context) is true;

    /// <summary>A user without credentials is nobody to kubectl; the client library refuses the context.</summary>
    private static void AllowAnonymous(K8SConfiguration kubeconfig)
    {
        var known = (kubeconfig.Users ?? [])
            .Where(user => !IsEmpty(user.UserCredentials))
            .Select(user => user.Name)
            .ToHashSet();
        foreach (var context in kubeconfig.Contexts.Where(one => !known.Contains(one.ContextDetails?.User ?? "")))
        {
            context.ContextDetails?.User = null;
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
