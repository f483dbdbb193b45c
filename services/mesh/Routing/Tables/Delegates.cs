using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Routing;

/// <summary>Puts the rules of VirtualServices without hosts in the places of the rules that delegate to them.</summary>
/// <remarks>Source: Istio's <c>mergeVirtualServicesIfNeeded</c>.</remarks>
internal static class Delegates
{
    /// <returns>Oldest first; those that delegate come after all others.</returns>
    public static IEnumerable<VirtualService> Include(IReadOnlyList<VirtualService> services)
    {
        var byAge = services.OrderByAge(service => service.Metadata).ToList();
        var delegates = byAge
            .Where(service => service.Hosts.Count == 0)
            .ToDictionary(service => (service.Metadata.Namespace, service.Metadata.Name));
        var roots = byAge.Where(service => service.Hosts.Count > 0).ToLookup(IsRoot);
        return roots[false].Concat(roots[true].Select(root => root with
        {
            Http = [.. root.Http.SelectMany(rule => Include(root, rule, delegates))],
        }));
    }

    private static bool IsRoot(VirtualService service) => service.Http.Any(rule => rule.Delegate is not null);

    private static IEnumerable<HttpRule> Include(
        VirtualService root,
        HttpRule rule,
        Dictionary<(string Namespace, string Name), VirtualService> delegates)
    {
        if (rule.Delegate is not { } reference)
        {
            return [rule];
        }

        return delegates.TryGetValue((reference.Namespace, reference.Name), out var included)
            && Visibility.Allows(included.ExportTo, included.Metadata.Namespace, root.Metadata.Namespace)
                ? included.Http.Select(inner => DelegatedRule.Merge(rule, inner)).OfType<HttpRule>()
                : []; // a missing delegate takes only its own rule away
    }
}
