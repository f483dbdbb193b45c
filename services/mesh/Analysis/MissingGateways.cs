using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Analysis;

/// <summary>A gateway that a VirtualService, or one of its matches, is bound to, and that there is not.</summary>
internal static class MissingGateways
{
    public static IEnumerable<ManifestProblem> In(AnalysedCluster cluster)
    {
        var known = cluster.Manifests.Gateways.Select(gateway => gateway.Metadata.ToString()).ToHashSet();
        return from service in cluster.Manifests.VirtualServices
               where known.Count > 0
               from bound in References(service)
               where bound.Gateway != GatewayNames.Mesh && !known.Contains(bound.Gateway)
               select cluster.DocumentOf(service).Problem(
                   bound.Field,
                   $"there is no Gateway {bound.Gateway}: nothing is served there; "
                       + (MeantBy(bound.Gateway, known) is { } meant ? $"did you mean '{meant}'?" : "add it, or name "
                           + $"one that there is: {string.Join(", ", known.Order(StringComparer.Ordinal).Take(5))}"),
                   FindingCode.ReferenceNotFound,
                   isError: false);
    }

    private static IEnumerable<(string Gateway, string Field)> References(VirtualService service) =>
    [
        .. service.Gateways.Select((gateway, index) => (gateway, $"spec.gateways[{index}]")),
        .. from rule in service.Http
           from match in rule.Match.Index()
           from gateway in match.Item.Gateways.Index()
           select (gateway.Item, $"{rule.Field}.match[{match.Index}].gateways[{gateway.Index}]"),
    ];

    private static string? MeantBy(string gateway, IReadOnlyCollection<string> known) =>
        known.FirstOrDefault(one => one.Split('/')[1] == gateway.Split('/')[^1])
        ?? UnknownWord.Nearest(gateway, known);
}
