using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Routing;

/// <summary>What a request must be like to take a route; all of it must hold. Envoy's <c>RouteMatch</c>.</summary>
/// <param name="Headers">On headers and pseudo-headers.</param>
/// <param name="IsImpossible">It has a condition that the mesh cannot check: it matches nothing, not too much.</param>
public sealed record RouteMatch(
    PathMatch Path,
    IReadOnlyList<TextCondition> Headers,
    IReadOnlyList<TextCondition> QueryParams,
    bool IsImpossible = false)
{
    public static RouteMatch Everything { get; } = new(PathMatch.Everything, [], []);

    /// <summary>Whether nothing behind it can be reached.</summary>
    /// <remarks>Source: Istio's <c>IsCatchAllRoute</c>.</remarks>
    public bool IsCatchAll => Path.IsEverything && Headers.Count == 0 && QueryParams.Count == 0 && !IsImpossible;

    public bool Holds(in MeshRequest request) => Path.Holds(request.Path) && HoldsBesidesPath(request);

    /// <summary>For those who know already that the path holds.</summary>
    public bool HoldsBesidesPath(in MeshRequest request)
    {
        if (IsImpossible)
        {
            return false;
        }

        foreach (var condition in Headers)
        {
            if (!condition.Holds(RequestText.Header(request, condition.Name)))
            {
                return false;
            }
        }

        foreach (var condition in QueryParams)
        {
            if (!condition.Holds(RequestText.QueryParam(request, condition.Name)))
            {
                return false;
            }
        }

        return true;
    }

    public override string ToString() =>
        IsCatchAll ? "everything"
        : IsImpossible ? "never: a condition is not simulated"
        : string.Join(", ", new object[] { Path }.Where(_ => !Path.IsEverything)
            .Concat(Headers).Concat(QueryParams.Select(one => $"?{one}")));

    /// <remarks>Source: Istio's <c>TranslateRouteMatch</c>.</remarks>
    internal static RouteMatch Of(HttpMatch? match, bool bySegment) => match is null
        ? Everything
        : new(
            PathMatch.Of(match, bySegment),
            [
                .. match.Headers.Select(header => new TextCondition(header.Key.ToLowerInvariant(), header.Value)),
                .. match.WithoutHeaders.Select(header =>
                    new TextCondition(header.Key.ToLowerInvariant(), header.Value, IsInverted: true)),
                .. Pseudo(":method", match.Method),
                .. Pseudo(":authority", match.Authority),
                .. Pseudo(":scheme", match.Scheme),
            ],
            [.. match.QueryParams.Select(param => new TextCondition(param.Key, param.Value))],
            match.Unsupported.Count > 0);

    private static IEnumerable<TextCondition> Pseudo(string name, StringMatch? match) =>
        match is null ? [] : [new(name, match)];
}
