using k8s;
using k8s.KubeConfigModels;

namespace ColorDemo.GridHost;

/// <summary>Finds the Kubernetes API of a gateway's cluster.</summary>
public static class KubernetesAccess
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>A watch is silent while nothing changes: whether its server still lives has to be asked.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(2);

    /// <summary>
    /// The kubeconfig's context that is named as the gateway; inside a cluster, and for the only gateway, that
    /// cluster's own API.
    /// </summary>
    /// <returns>Nothing when there is no such context.</returns>
    public static ClusterManifests? Open(string gateway, bool isOnlyGateway, TimeProvider clock)
    {
        foreach (var kubeconfig in Kubeconfigs().Where(Has(gateway)))
        {
            AllowAnonymous(kubeconfig);
            return Connect(KubernetesClientConfiguration.BuildConfigFromConfigObject(kubeconfig, gateway), clock);
        }

        return isOnlyGateway && KubernetesClientConfiguration.IsInCluster()
            ? Connect(KubernetesClientConfiguration.InClusterConfig(), clock)
            : null;
    }

    public static ClusterManifests Connect(KubernetesClientConfiguration configuration, TimeProvider clock)
    {
        configuration.HttpClientTimeout = Patience; // not of watches
        configuration.FirstMessageHandlerSetup = handler =>
        {
            handler.ConnectTimeout = Patience;
            handler.KeepAlivePingDelay = Silence;
            handler.KeepAlivePingTimeout = Patience;
        };
        return new(new Kubernetes(configuration), clock);
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
}
