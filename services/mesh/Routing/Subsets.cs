using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Routing;

/// <summary>Finds the subsets that one cluster's DestinationRules define for a host.</summary>
internal sealed class Subsets(ManifestSet manifests)
{
    /// <summary>Where Istio keeps rules for all namespaces.</summary>
    private const string RootNamespace = "istio-system";

    /// <remarks>
    /// Looked for in the client's namespace, the service's, then the root's; the first namespace that has a rule for
    /// the host decides, the most specific host there. Source: Istio's <c>PushContext.destinationRule</c>.
    /// </remarks>
    public IReadOnlyList<Subset> Of(string host, string serviceNamespace, string clientNamespace)
    {
        string[] places =
        [
            .. clientNamespace == RootNamespace ? [] : (string[])[clientNamespace],
            serviceNamespace,
            RootNamespace,
        ];
        var rules = places
            .Select(place => MostSpecific(host, place))
            .FirstOrDefault(found => found.Count > 0, []);
        return [.. rules.SelectMany(rule => rule.Subsets).DistinctBy(subset => subset.Name)];
    }

    private List<DestinationRule> MostSpecific(string host, string place)
    {
        var matching = manifests.DestinationRules
            .Where(rule => rule.Metadata.Namespace == place)
            .Select(rule => (rule, name: rule.Host))
            .Where(found => HostPattern.Covers(found.name, host))
            .ToList();
        var closest = matching.Select(found => found.name).MaxBy(HostPattern.Specificity);
        return [.. matching
            .Where(found => found.name == closest)
            .Select(found => found.rule)
            .OrderByAge(rule => rule.Metadata)];
    }
}
