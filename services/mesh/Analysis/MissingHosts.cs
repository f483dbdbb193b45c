using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Analysis;

/// <summary>A destination or mirror whose host is no service.</summary>
internal static class MissingHosts
{
    public static IEnumerable<ManifestProblem> In(AnalysedCluster cluster) =>
        from one in cluster.Destinations
        let flaw = FlawOf(one.Destination.Host, one.Service, cluster)
        where flaw is not null
        select one.Warning("host", flaw, FindingCode.ReferenceNotFound);

    private static string? FlawOf(string host, VirtualService from, AnalysedCluster cluster)
    {
        if (!KnownHosts.CanMiss(host, cluster))
        {
            return KnownHosts.Find(host, cluster) is { } service && !IsSeen(service, from, cluster)
                ? $"{host} is exported to {string.Join(", ", service.ExportTo)} only, its clients do not see it and "
                    + "get 503; export it to their namespace"
                : null;
        }

        return $"there is no service {host}: requests get 503; "
            + (KnownHosts.MeantBy(host, cluster) is { } meant
                ? $"did you mean '{meant}'?"
                : "add a Service or ServiceEntry, or name one that there is");
    }

    private static bool IsSeen(MeshService service, VirtualService from, AnalysedCluster cluster) =>
        RouteClients.Of(from, cluster).All(one => one.Clients.Any(client => service.IsVisibleFrom(client.Namespace)));
}
