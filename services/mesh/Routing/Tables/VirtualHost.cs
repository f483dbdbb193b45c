using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Routing;

/// <summary>The routes for some hosts. Envoy's <c>VirtualHost</c>.</summary>
public sealed class VirtualHost
{
    private readonly RouteIndex _index;

    /// <param name="domains">Exact names, <c>*.suffix</c>, or <c>*</c>.</param>
    /// <param name="routes">In the order in which they are tried.</param>
    public VirtualHost(IReadOnlyList<string> domains, IReadOnlyList<MeshRoute> routes)
    {
        Domains = domains;
        Routes = routes;
        _index = new(routes);
    }

    public IReadOnlyList<string> Domains { get; }

    public IReadOnlyList<MeshRoute> Routes { get; }

    /// <summary>The first Gateway that serves it; absent for clients in the mesh.</summary>
    public Metadata? Gateway { get; init; }

    /// <summary>Everything is sent to https, whatever the routes say. Istio <c>httpsRedirect</c>.</summary>
    public bool RequiresTls { get; init; }

    /// <summary>Rules that are no routes here, for those who ask why.</summary>
    public IReadOnlyList<UnusedRule> Unused { get; init; } = [];

    /// <summary>The first route that matches, or null: 404.</summary>
    public MeshRoute? Match(in MeshRequest request) => _index.First(request);
}
