using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Routing;

/// <summary>Finds what one cluster's DestinationRules say of a service.</summary>
internal sealed class DestinationRules(ManifestSet manifests)
{
    /// <summary>Where Istio keeps rules for all namespaces.</summary>
    private const string RootNamespace = "istio-system";

    private const string Wildcards = "*";

    private readonly ILookup<(string Namespace, string Host), DestinationRule> _rules =
        manifests.DestinationRules.ToLookup(rule =>
            (rule.Metadata.Namespace, rule.Host.StartsWith('*') ? Wildcards : rule.Host));

    /// <remarks>
    /// Looked for in the client's namespace, the service's, then the root's; the first namespace that has a rule for
    /// the host decides, the most specific host there. Source: Istio's <c>PushContext.destinationRule</c>.
    /// </remarks>
    public MergedRule? Of(MeshService service, MeshClient client)
    {
        var own = In(client.Namespace, service).Where(rule =>
            client.Namespace != RootNamespace || Visibility.IsPrivate(rule.ExportTo, RootNamespace));
        return MostSpecific(own, service, client)
            ?? MostSpecific(Exported(service.Namespace, service, client), service, client)
            ?? MostSpecific(Exported(RootNamespace, service, client), service, client);
    }

    private IEnumerable<DestinationRule> In(string space, MeshService service) =>
        _rules[(space, service.Host)].Concat(_rules[(space, Wildcards)]);

    private IEnumerable<DestinationRule> Exported(string space, MeshService service, MeshClient client) =>
        In(space, service).Where(rule => Visibility.Allows(rule.ExportTo, space, client.Namespace));

    private static MergedRule? MostSpecific(
        IEnumerable<DestinationRule> rules, MeshService service, MeshClient client)
    {
        var matching = rules
            .Where(rule => HostPattern.Covers(rule.Host, service.Host) && client.Labels.Contains(rule.WorkloadSelector))
            .ToList();
        var closest = matching.Select(rule => rule.Host).MaxBy(HostPattern.Specificity);
        var chosen = matching
            .Where(rule => rule.Host == closest)
            .OrderByDescending(rule => rule.WorkloadSelector.Count > 0)
            .ThenByAge(rule => rule.Metadata)
            .ToList();
        return chosen.Count == 0 ? null : MergedRule.Of([.. chosen.Where(rule => IsMergedWith(rule, chosen[0]))]);
    }

    /// <remarks>Rules for different clients stay apart, the first of them wins.</remarks>
    private static bool IsMergedWith(DestinationRule rule, DestinationRule first) =>
        rule.ExportTo.Order(StringComparer.Ordinal).SequenceEqual(first.ExportTo.Order(StringComparer.Ordinal))
        && rule.WorkloadSelector.Count == first.WorkloadSelector.Count
        && rule.WorkloadSelector.Contains(first.WorkloadSelector);
}

/// <summary>What the DestinationRules of one host and namespace say together, oldest first.</summary>
/// <param name="Subsets">Of all; of two with one name, the older.</param>
/// <param name="TrafficPolicy">The first that there is.</param>
public sealed record MergedRule(
    IReadOnlyList<DestinationRule> Rules, IReadOnlyList<Subset> Subsets, TrafficPolicy? TrafficPolicy)
{
    public Subset? Subset(string name) => Subsets.FirstOrDefault(subset => subset.Name == name);

    internal static MergedRule Of(IReadOnlyList<DestinationRule> rules) => new(
        rules,
        [.. rules.SelectMany(rule => rule.Subsets).DistinctBy(subset => subset.Name)],
        rules.Select(rule => rule.TrafficPolicy).FirstOrDefault(policy => policy is not null));
}
