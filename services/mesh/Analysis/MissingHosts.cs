using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Analysis;

/// <summary>A destination or mirror whose host is no service.</summary>
internal static class MissingHosts
{
    public static IEnumerable<ManifestProblem> In(AnalysedCluster cluster) =>
        from one in cluster.Destinations
        let flaw = FlawOf(one, cluster)
        where flaw is not null
        select one.Warning("host", flaw, FindingCode.ReferenceNotFound);

    private static string? FlawOf(RoutedDestination one, AnalysedCluster cluster)
    {
        var host = one.Destination.Host;
        if (!KnownHosts.CanMiss(host, cluster))
        {
            return KnownHosts.Find(host, cluster) is { } service && !IsSeen(service, one.Service, cluster)
                ? $"{host} is exported to {string.Join(", ", service.ExportTo.Select(space => Shown(space, service)))} "
                    + $"only, and the route's clients do not see it: {one.Loss}; export it to their namespace"
                : null;
        }

        return $"there is no service {host}: {one.Loss}; "
            + (KnownHosts.MeantBy(host, cluster) is { } meant
                ? $"did you mean '{meant}'?"
                : "add a Service or ServiceEntry, or name one that there is");
    }

    private static string Shown(string space, MeshService service) => space switch
    {
        Visibility.Own => service.Namespace,
        Visibility.Nobody => "nobody",
        _ => space,
    };

    private static bool IsSeen(MeshService service, VirtualService from, AnalysedCluster cluster) =>
        RouteClients.Of(from, cluster).All(one => one.Clients.Any(client => service.IsVisibleFrom(client.Namespace)));
}
