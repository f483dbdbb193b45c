namespace ColorDemo.Mesh.Istio;

/// <summary>Where a share of the requests goes. Istio <c>HTTPRouteDestination</c>.</summary>
/// <param name="Host">As written: a short name is completed with the VirtualService's namespace.</param>
/// <param name="Subset">A subset of the host's DestinationRule; absent means all endpoints.</param>
/// <param name="Port">Absent: the service's only port.</param>
/// <param name="Weight">Relative to the sum of all weights; absent means 0, ignored for a single destination.</param>
public sealed record RouteDestination(string Host, string? Subset, int? Port, int Weight)
{
    internal static RouteDestination Read(Fields route)
    {
        var weight = route.Has("weight")
            ? route.WholeNumber("weight", 0, int.MaxValue) ?? 1 // refused already: no second error should follow
            : 0;
        var destination = route.Object("destination");
        if (destination is null && !route.Has("destination"))
        {
            route.Error("destination", "is required");
        }

        var read = new RouteDestination(
            destination?.RequiredText("host") ?? "",
            destination?.Text("subset"),
            ReadPort(destination),
            weight);
        if (read.Host == "*" || (read.Host.Length > 0 && !Names.IsHost(read.Host)))
        {
            destination!.Error("host", $"'{read.Host}' is no host of a service");
        }

        if (read.Subset is { } subset && !Names.IsLabel(subset))
        {
            destination!.Error("subset", $"'{subset}' is no subset name; use lower-case letters, digits and hyphens");
        }

        destination?.End();
        route.NotSimulated("headers");
        route.End();
        return read;
    }

    private static int? ReadPort(Fields? destination)
    {
        var port = destination?.Object("port");
        var number = port?.WholeNumber("number", 1, 65535);
        port?.End();
        return number;
    }
}
