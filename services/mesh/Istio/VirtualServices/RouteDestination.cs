namespace ColorDemo.Mesh.Istio;

/// <summary>Where a share of the requests goes. Istio <c>HTTPRouteDestination</c>.</summary>
/// <param name="Weight">Relative to the sum of all weights; absent means 0, ignored for a single destination.</param>
public sealed record RouteDestination(Destination Destination, int Weight, Headers? Headers)
{
    internal static RouteDestination Read(Metadata metadata, Fields route)
    {
        var weight = route.WholeNumber("weight", 0, int.MaxValue) ?? 0;
        var destination = route.Object("destination");
        var read = new RouteDestination(
            destination is null ? new("", null, null) : Destination.Read(metadata, destination),
            weight,
            Headers.Read(route.Object("headers")));
        route.End();
        return read;
    }
}
