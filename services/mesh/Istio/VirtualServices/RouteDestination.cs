namespace ColorDemo.Mesh.Istio;

/// <summary>Where a share of the requests goes. Istio <c>HTTPRouteDestination</c>.</summary>
/// <param name="Weight">Relative to the sum of all weights; absent means 0, ignored for a single destination.</param>
public sealed record RouteDestination(Destination Destination, int Weight, Headers? Headers);
