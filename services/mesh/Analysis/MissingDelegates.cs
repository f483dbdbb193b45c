using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Analysis;

/// <summary>A rule that leaves its requests to a VirtualService that there is not.</summary>
internal static class MissingDelegates
{
    public static IEnumerable<ManifestProblem> In(AnalysedCluster cluster)
    {
        var services = cluster.Manifests.VirtualServices;
        var canMiss = services.Any(one => one.Hosts.Count == 0) || cluster.Manifests.Services.Count > 0;
        return from root in services
               from rule in root.Http
               let reference = rule.Delegate
               where reference is not null
               let found = services.FirstOrDefault(one =>
                   one.Metadata.Name == reference.Name && one.Metadata.Namespace == reference.Namespace)
               let flaw = FlawOf(found, root, reference, canMiss)
               where flaw is not null
               select cluster.DocumentOf(root).Problem(
                   $"{rule.Field}.delegate", $"{flaw}; until then the rule has no effect",
                   FindingCode.ReferenceNotFound, isError: false);
    }

    private static string? FlawOf(
        VirtualService? found, VirtualService root, DelegateReference reference, bool canMiss)
    {
        if (found is null)
        {
            return canMiss ? $"there is no VirtualService {reference.Namespace}/{reference.Name}; add it" : null;
        }

        return found.Hosts.Count > 0
            ? $"VirtualService {found.Metadata} ({found.Metadata.Origin}) has hosts, so it is no delegate; leave its "
                + "hosts out"
            : !Visibility.Allows(found.ExportTo, found.Metadata.Namespace, root.Metadata.Namespace)
                ? $"VirtualService {found.Metadata} ({found.Metadata.Origin}) is not exported to "
                    + $"{root.Metadata.Namespace}; add it to its exportTo"
                : null;
    }
}
