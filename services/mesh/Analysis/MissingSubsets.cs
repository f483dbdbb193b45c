using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Analysis;

/// <summary>A destination's subset that its clients find in no DestinationRule.</summary>
internal static class MissingSubsets
{
    public static IEnumerable<ManifestProblem> In(AnalysedCluster cluster) =>
        from one in cluster.Destinations
        where one.Destination.Subset is not null && cluster.Manifests.DestinationRules.Count > 0
        let service = KnownHosts.FindOrAssume(one.Destination.Host, cluster)
        where service is not null
        let flaw = RouteClients.Of(one.Service, cluster)
            .Where(clients => !clients.Clients.Any(client => Has(client, service, one, cluster)))
            .Select(clients => FlawOf(clients, service, one, cluster))
            .FirstOrDefault()
        where flaw is not null
        select one.Warning("subset", flaw, FindingCode.ReferenceNotFound);

    private static bool Has(MeshClient client, MeshService service, RoutedDestination one, AnalysedCluster cluster) =>
        cluster.Rules.Of(service, client)?.Subset(one.Destination.Subset!) is not null;

    private static string FlawOf(
        RouteClients clients, MeshService service, RoutedDestination destination, AnalysedCluster cluster)
    {
        var subset = destination.Destination.Subset!;
        if (clients.Clients.Select(client => cluster.Rules.Of(service, client)).OfType<MergedRule>().FirstOrDefault()
            is { } rule)
        {
            var known = rule.Subsets.Select(one => one.Name).ToList();
            return $"{Shown(rule.Rules[0])} has no subset '{subset}': {destination.Loss}; "
                + (known.Count > 0 ? UnknownWord.Advice(subset, known) : "define it there");
        }

        var unseen = cluster.Manifests.DestinationRules.FirstOrDefault(one =>
            HostPattern.Covers(one.Host, service.Host) && one.Subsets.Any(other => other.Name == subset));
        return unseen is null
            ? $"no DestinationRule defines subset '{subset}' of {service.Host}: {destination.Loss}; add one, or leave "
                + "subset out"
            : $"{Shown(unseen)} has subset '{subset}', but {clients.Shown} does not see it: "
                + $"{destination.Loss}; put it into namespace {service.Namespace} with exportTo \"*\"";
    }

    private static string Shown(DestinationRule rule) => $"DestinationRule {rule.Metadata} ({rule.Metadata.Origin})";
}
