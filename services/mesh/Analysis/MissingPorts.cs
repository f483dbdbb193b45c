using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Analysis;

/// <summary>A port that the service does not have, or none where it has several.</summary>
internal static class MissingPorts
{
    public static IEnumerable<ManifestProblem> In(AnalysedCluster cluster) =>
        from one in cluster.Destinations
        let service = KnownHosts.Find(one.Destination.Host, cluster)
        where service is { Ports.Count: > 0 }
        let found = Of(one, service)
        where found is not null
        select found;

    private static ManifestProblem? Of(RoutedDestination one, MeshService service)
    {
        var ports = string.Join(", ", service.Ports.Select(port => port.Number));
        return one.Destination.Port is { } port
            ? service.Port(port) is not null
                ? null
                : one.Warning("port.number", $"{service.Host} has no port {port}: {one.Loss}; write one of "
                    + ports, FindingCode.ReferenceNotFound)
            : service.Ports.Count == 1
                ? null
                : one.Warning("", $"{service.Host} has several ports ({ports}); without port.number, requests go to "
                    + "the port number that they came in on, and get 503 where it has no such",
                    FindingCode.PortRequired);
    }
}
