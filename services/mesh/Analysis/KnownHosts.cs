using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Analysis;

/// <summary>The hosts of services, and whether the manifests are whole enough to miss one.</summary>
internal static class KnownHosts
{
    private const string ClusterDomain = ".svc.cluster.local";

    /// <summary>What every cluster has, and no application's manifests.</summary>
    private static readonly string[] Installed = ["istio-system", "kube-system"];

    /// <summary>Whoever offers it, seen by a client or not.</summary>
    public static MeshService? Find(string host, AnalysedCluster cluster) =>
        cluster.Services.All.FirstOrDefault(one => one.Host.Equals(host, StringComparison.OrdinalIgnoreCase));

    public static bool CanMiss(string host, AnalysedCluster cluster)
    {
        var isLocal = host.EndsWith(ClusterDomain, StringComparison.OrdinalIgnoreCase);
        return cluster.Services.All.Any(service => service.IsKubernetes || !isLocal)
            && !(isLocal && Installed.Contains(NamespaceOf(host)) && !cluster.HasServicesIn(NamespaceOf(host)))
            && !host.Equals($"kubernetes.default{ClusterDomain}", StringComparison.OrdinalIgnoreCase)
            && !cluster.Services.All.Any(service => HostPattern.Covers(service.Host, host));
    }

    /// <summary>The service of a host, made up when the manifests have none at all.</summary>
    public static MeshService? FindOrAssume(string host, AnalysedCluster cluster) => Find(host, cluster)
        ?? (CanMiss(host, cluster)
            ? null
            : new(host.ToLowerInvariant(), NamespaceOf(host), IsKubernetes: true, [], [], [], []));

    /// <summary>Istio completes a name without any dot only: <c>color-svc.color</c> stays as it is.</summary>
    public static string? MeantBy(string host, AnalysedCluster cluster)
    {
        string[] completed = [$"{host}{ClusterDomain}", $"{host}.cluster.local"];
        var hosts = cluster.Services.All.Select(service => service.Host).ToList();
        return completed.FirstOrDefault(hosts.Contains)
            ?? hosts.FirstOrDefault(one => host.EndsWith(ClusterDomain, StringComparison.OrdinalIgnoreCase)
                && one.EndsWith(ClusterDomain, StringComparison.Ordinal) && IsElsewhere(one, host))
            ?? UnknownWord.Nearest(host, hosts.Where(one => NamespaceOf(one) == NamespaceOf(host)));
    }

    private static bool IsElsewhere(string one, string host) => one.Split('.')[0] == host.Split('.')[0];

    private static string NamespaceOf(string host) => host.Split('.') is [_, var space, "svc", ..] ? space : "";
}
