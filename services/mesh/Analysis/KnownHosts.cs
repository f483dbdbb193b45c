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
        cluster.Hosts.GetValueOrDefault(host.ToLowerInvariant());

    public static bool CanMiss(string host, AnalysedCluster cluster)
    {
        var isLocal = host.EndsWith(ClusterDomain, StringComparison.OrdinalIgnoreCase);
        return Find(host, cluster) is null && cluster.Hosts.Values.Any(service => service.IsKubernetes || !isLocal)
            && !(isLocal && Installed.Contains(NamespaceOf(host)) && !cluster.HasServicesIn(NamespaceOf(host)))
            && !host.Equals($"kubernetes.default{ClusterDomain}", StringComparison.OrdinalIgnoreCase)
            && !cluster.Hosts.Values.Any(service => service.IsWildcard && HostPattern.Covers(service.Host, host));
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
        var hosts = cluster.Hosts.Keys;
        if (completed.FirstOrDefault(hosts.Contains) is { } whole)
        {
            return whole;
        }

        if (!host.EndsWith(ClusterDomain, StringComparison.OrdinalIgnoreCase))
        {
            return UnknownWord.Nearest(host, hosts);
        }

        var local = hosts.Where(one => one.EndsWith(ClusterDomain, StringComparison.Ordinal)).ToList();
        var near = local.Where(one => NamespaceOf(one) == NamespaceOf(host)).ToLookup(NameOf);
        return UnknownWord.Nearest(NameOf(host), near.Select(one => one.Key)) is { } name
            ? near[name].First()
            : local.FirstOrDefault(one => NameOf(one) == NameOf(host));
    }

    private static string NameOf(string host) => host.Split('.')[0];

    private static string NamespaceOf(string host) => host.Split('.') is [_, var space, "svc", ..] ? space : "";
}
