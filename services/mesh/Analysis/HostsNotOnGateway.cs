using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Analysis;

/// <summary>A host of a VirtualService that none of its gateways serves.</summary>
internal static class HostsNotOnGateway
{
    public static IEnumerable<ManifestProblem> In(AnalysedCluster cluster)
    {
        var gateways = cluster.Manifests.Gateways.ToDictionary(gateway => gateway.Metadata.ToString());
        return from service in cluster.Manifests.VirtualServices
               where service.Gateways.All(gateways.ContainsKey) // an unknown one may serve anything
               let servers = service.Gateways.SelectMany(name => gateways[name].Servers
                   .Select(server => new BoundServer(gateways[name], server))).ToList()
               from host in service.Hosts.Index()
               where !servers.Any(server => server.SharedHosts(service with { Hosts = [host.Item] }).Count > 0)
               select cluster.DocumentOf(service).Problem(
                   $"spec.hosts[{host.Index}]",
                   $"{host.Item} is on no server of Gateway {string.Join(", ", service.Gateways)}, which has "
                       + $"{string.Join(", ", servers.SelectMany(server => server.Server.Hosts).Distinct())}: "
                       + "requests get 404; add the host there, or name one that it serves",
                   FindingCode.HostNotOnGateway,
                   isError: false);
    }
}
