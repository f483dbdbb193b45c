namespace ColorDemo.Mesh.Istio;

/// <summary>Where a share of the requests goes. Istio <c>HTTPRouteDestination</c>.</summary>
/// <param name="Weight">Relative to the sum of all weights; absent means 0, ignored for a single destination.</param>
public sealed record RouteDestination(Destination Destination, int Weight, Headers? Headers)
{
    internal static IReadOnlyList<RouteDestination> ReadAll(Metadata metadata, Fields rule) =>
        [.. rule.Objects("route").Select(route => Read(metadata, route))];

    /// <summary>Several destinations need at least one that is used.</summary>
    internal static void CheckTotal(Fields rule, IEnumerable<int> weights)
    {
        var given = weights.ToList();
        if (given.Count > 1 && given.Sum(weight => (long)weight) == 0)
        {
            rule.Error("route", "total destination weight = 0; give at least one destination a weight above 0");
        }
    }

    internal static int ReadWeight(Fields route)
    {
        if (!route.Has("weight"))
        {
            route.Known("weight");
            return 0;
        }

        var weight = route.WholeNumber("weight", int.MinValue, int.MaxValue);
        if (weight < 0)
        {
            route.Error("weight", $"weight {weight} < 0; write 0 to leave a destination unused");
        }

        return weight is >= 0 ? weight.Value : 1; // a refused one must not make the sum 0 as well
    }

    private static RouteDestination Read(Metadata metadata, Fields route)
    {
        var read = new RouteDestination(
            Destination.ReadRequired(metadata, route), ReadWeight(route), Headers.Read(route.Object("headers")));
        route.End();
        return read;
    }
}
