using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Analysis;

/// <summary>A rule or match that no request reaches: an older VirtualService of the same host has it.</summary>
/// <remarks>What hides a rule within its own VirtualService is told when that is read.</remarks>
internal static class HiddenRules
{
    public static IEnumerable<ManifestProblem> In(AnalysedCluster cluster)
    {
        var hosts = GatewayHostRules.In(cluster);
        return from service in cluster.Manifests.VirtualServices
               where service.Hosts.Count > 0
               let places = hosts.Where(host => host.Has(service)).ToList()
               where places.Count > 0 && !service.Gateways.Contains(GatewayNames.Mesh)
               from problem in Hidden(service, places, cluster)
               where !cluster.Manifests.Warnings.Any(told => (told with { Message = "", Code = "" })
                   == (problem with { Message = "", Code = "" }))
               select problem;
    }

    private static IEnumerable<ManifestProblem> Hidden(
        VirtualService service, IReadOnlyList<GatewayHostRules> places, AnalysedCluster cluster)
    {
        foreach (var rule in service.Http.Where(rule => rule.Delegate is null))
        {
            // No match is one match of everything.
            var matches = rule.Match.Count == 0 ? [null] : rule.Match.Select(HttpMatch? (match) => match).ToList();
            var hiding = matches
                .Select(match => places.Select(place => place.Hiding(service, match)).ToList())
                .ToList();
            var unreachable = hiding.Index().Where(one => one.Item.All(found => found is not null)).ToList();
            if (unreachable.Count == 0)
            {
                continue;
            }

            var isAll = unreachable.Count == matches.Count;
            foreach (var (index, by) in isAll ? unreachable.Take(1) : unreachable)
            {
                yield return cluster.DocumentOf(service).Problem(
                    isAll ? rule.Field : $"{rule.Field}.match[{index}]",
                    $"no request gets here: on the same gateway and host, {by[0]} comes first and takes them all; "
                        + "make one of the two narrower, or put both rules into one VirtualService",
                    isAll ? FindingCode.UnreachableRule : FindingCode.IneffectiveMatch,
                    isError: false);
            }
        }
    }
}
