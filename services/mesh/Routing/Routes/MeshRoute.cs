using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Routing;

/// <summary>One condition of one rule, and what becomes of the requests that meet it. Envoy calls it a route.</summary>
/// <param name="Name">
/// The rule's, or the rule's and the condition's with a dot between; empty when neither has one.
/// </param>
/// <param name="Owner">The VirtualService or HTTPRoute; absent for the default route of a service.</param>
/// <param name="Rule">Absent for the default route of a service.</param>
/// <param name="Action">Absent for a redirect with a status that Istio makes no route of: 404.</param>
public sealed record MeshRoute(
    string Name, Metadata? Owner, HttpRule? Rule, RouteMatch Match, RouteAction? Action)
{
    public Fault? Fault => Rule?.Fault;

    public CorsPolicy? CorsPolicy => Rule?.CorsPolicy;

    /// <summary>After the destination's own, when there are several destinations.</summary>
    public HeaderChanges RequestHeaders { get; init; } = HeaderChanges.None;

    /// <summary>On redirects and direct responses too.</summary>
    public HeaderChanges ResponseHeaders { get; init; } = HeaderChanges.None;

    /// <summary>The Gateway that it is bound to; absent for clients in the mesh.</summary>
    public Metadata? Gateway { get; init; }

    /// <summary>Where it is written: of the rule, or of the condition.</summary>
    public Origin? Origin { get; init; }
}
