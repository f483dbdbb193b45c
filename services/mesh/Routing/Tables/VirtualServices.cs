using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Routing;

/// <summary>Finds the VirtualServices that are bound to a gateway, or to the mesh, as one client sees them.</summary>
internal sealed class VirtualServices(IReadOnlyList<VirtualService> services)
{
    private readonly ILookup<string, VirtualService> _byGateway = Delegates.Include(services)
        .SelectMany(service => service.Gateways.Distinct(), (service, gateway) => (service, gateway))
        .ToLookup(bound => bound.gateway, bound => bound.service);

    /// <summary>
    /// Those for the client's namespace alone, those for some namespaces, then those for everyone; oldest first each.
    /// </summary>
    /// <remarks>Source: Istio's <c>PushContext.VirtualServicesForGateway</c>.</remarks>
    public IReadOnlyList<VirtualService> BoundTo(string gateway, string clientNamespace) =>
    [
        .. _byGateway[gateway]
            .Where(service => Visibility.Allows(service.ExportTo, service.Metadata.Namespace, clientNamespace))
            .OrderBy(service => RankOf(service, clientNamespace)),
    ];

    private static int RankOf(VirtualService service, string clientNamespace)
    {
        var space = service.Metadata.Namespace;
        var isForEveryone = service.ExportTo.Count == 0 || service.ExportTo.Contains(Visibility.Everyone);
        return (isForEveryone, space == clientNamespace, service.HasGatewaySemantics) switch
        {
            (false, true, _) => 0,
            (false, false, _) => 1,
            (true, true, true) => 2, // the client's own HTTPRoutes come before others'
            _ => 3,
        };
    }
}
