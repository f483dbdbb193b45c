using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Analysis;

/// <summary>The VirtualServices that share one host of one gateway, in the order in which they are asked.</summary>
internal sealed class GatewayHostRules(IReadOnlyList<VirtualService> services)
{
    private readonly HashSet<Metadata> _names = [.. services.Select(service => service.Metadata)];

    /// <summary>Hosts that several share.</summary>
    public static IReadOnlyList<GatewayHostRules> In(AnalysedCluster cluster)
    {
        var services = new Routing.VirtualServices(cluster.Manifests.VirtualServices);
        return
        [
            .. from gateway in cluster.Manifests.Gateways
               let bound = services.BoundTo(gateway.Metadata.ToString(), GatewayWorkload.IstioNamespace)
               from server in gateway.Servers
               let place = new BoundServer(gateway, server)
               from host in bound
                   .SelectMany(service => place.SharedHosts(service), (service, host) => (service, host))
                   .GroupBy(one => one.host, one => one.service)
               select new GatewayHostRules([.. host]),
        ];
    }

    public bool Has(VirtualService service) => _names.Contains(service.Metadata);

    /// <summary>The rule that takes every request of a match before it; null when none does.</summary>
    /// <param name="service">Whose match it is.</param>
    /// <param name="match">Null for a rule without any.</param>
    public string? Hiding(VirtualService service, HttpMatch? match)
    {
        var isCatchAll = match is null || MatchCoverage.TakesAll(match);
        return (from older in services.TakeWhile(one => one.Metadata != service.Metadata)
                from rule in older.Http
                where IsCatchAll(rule)
                    ? isCatchAll // what catches everything comes last on a gateway, wherever it stands
                    : match is not null && rule.Match.Any(one => MatchCoverage.Covers(one, match))
                select $"VirtualService {older.Metadata} ({rule.Origin})").FirstOrDefault();
    }

    private static bool IsCatchAll(HttpRule rule) => rule.Match.Count == 0 || rule.Match.Any(MatchCoverage.TakesAll);
}
