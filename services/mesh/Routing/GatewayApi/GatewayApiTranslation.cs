using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Routing;

/// <summary>What Gateway API's resources are in Istio's words.</summary>
/// <param name="Gateways">One for each listener.</param>
/// <param name="VirtualServices">One for each host of each listener, or of each service within the mesh.</param>
internal sealed record GatewayApiTranslation(
    IReadOnlyList<Gateway> Gateways, IReadOnlyList<VirtualService> VirtualServices)
{
    /// <param name="exists">Whether some cluster has a service of that full name with that port.</param>
    /// <remarks>Source: istiod does the same, and routes by the Gateways and VirtualServices it made.</remarks>
    public static GatewayApiTranslation Of(ManifestSet manifests, Func<string, int, bool> exists)
    {
        var parents = ListenerParents(manifests);
        var backends = new Backends(manifests, exists);
        return new(
            [.. parents.Select(parent => parent.Gateway)],
            [.. manifests.HttpRoutes
                .Where(route => route.IsServed)
                .SelectMany(route => Attachment.Of(route, parents, manifests))
                .GroupBy(attachment => attachment.MergeKey)
                .Select(same => Merge([.. same], backends))]);
    }

    private static List<ListenerParent> ListenerParents(ManifestSet manifests) =>
    [
        .. from gateway in manifests.KubernetesGateways
           where GatewayClass.ServesRoutes(gateway.GatewayClassName, manifests)
           from listener in gateway.Listeners
           where listener.IsHttp
           select new ListenerParent(gateway, listener, TranslatedListener.Of(gateway, listener, manifests)),
    ];

    /// <summary>All routes for one host become one VirtualService, whose rules stand by precedence.</summary>
    /// <remarks>Source: Istio's <c>mergeHTTPRoutes</c>: the oldest route gives it its name and age.</remarks>
    private static VirtualService Merge(IReadOnlyList<Attachment> attachments, Backends backends)
    {
        var byAge = attachments
            .OrderBy(attachment => attachment.Route.Metadata.Created ?? DateTimeOffset.MinValue)
            .ThenBy(attachment => attachment.Route.Metadata.Namespace, StringComparer.Ordinal)
            .ThenBy(attachment => attachment.Route.Metadata.Name, StringComparer.Ordinal)
            .ToList();
        var rules = byAge.SelectMany(attachment => attachment.Route.Rules.SelectMany(
            (rule, index) => RuleOfMatch.Of(attachment, rule, index, backends)));
        return new(
            byAge[0].Route.Metadata,
            [byAge[0].Host],
            [byAge[0].Gateway],
            [.. Precedence.Sort(rules)],
            [])
        {
            HasGatewaySemantics = true,
        };
    }
}
