namespace ColorDemo.Mesh.Istio;

/// <summary>Says where requests go. Gateway API <c>HTTPRoute</c>, gateway.networking.k8s.io/v1.</summary>
/// <param name="Parents">What it attaches to: Gateways, or Services for traffic within the mesh.</param>
/// <param name="Hostnames">Empty: every host that its listener serves. Of no effect within the mesh.</param>
/// <param name="Rules">Their order does not matter: the most specific match wins.</param>
public sealed record HttpRoute(
    Metadata Metadata,
    IReadOnlyList<ParentReference> Parents,
    IReadOnlyList<string> Hostnames,
    IReadOnlyList<HttpRouteRule> Rules)
{
    /// <summary>Istio drops the whole route when it cannot translate one of its rules.</summary>
    /// <remarks>Source: Istio's <c>computeRoute</c>.</remarks>
    public bool IsServed => Rules.All(rule => rule.IsServed);

    internal static HttpRoute Read(Metadata metadata, Fields spec)
    {
        var rules = spec.Objects("rules");
        spec.AtMost("rules", rules.Count, 16);
        if (rules.Count == 0 && spec.Has("rules"))
        {
            spec.Error("rules", "must have at least one rule, or be left out");
        }

        var read = new HttpRoute(
            metadata,
            ParentReference.ReadAll(metadata, spec),
            spec.Hostnames("hostnames"),
            spec.Has("rules") ? [.. rules.Select(HttpRouteRule.Read)] : [HttpRouteRule.Default(spec.Origin)]);
        if (read.Rules.Sum(rule => rule.Matches.Count) > 128)
        {
            spec.Error("rules", "have more than 128 matches in all; spread them over several HTTPRoutes");
        }

        if (read.Parents.Count == 0)
        {
            spec.Warn("parentRefs", "name a Gateway or a Service; without, the HTTPRoute has no effect");
        }

        spec.NotSimulated("useDefaultGateways");
        spec.End();
        return read;
    }
}
