namespace ColorDemo.Mesh.Istio;

/// <summary>Which routes may attach to a listener. Gateway API <c>AllowedRoutes</c>.</summary>
/// <param name="From">Same, the default: the Gateway's own namespace; All; or Selector.</param>
/// <param name="Selector">On the labels of namespaces; null unless <paramref name="From"/> is Selector.</param>
/// <param name="AllowsHttpRoutes">False when <c>kinds</c> names others only.</param>
public sealed record AllowedRoutes(string From, NamespaceSelector? Selector, bool AllowsHttpRoutes)
{
    internal static AllowedRoutes Read(Fields? allowed)
    {
        if (allowed is null)
        {
            return new("Same", null, true);
        }

        var namespaces = allowed.Object("namespaces");
        var from = namespaces?.Choice("from", "All", "Selector", "Same") ?? "Same";
        var selector = namespaces?.Object("selector") is { } labels ? NamespaceSelector.Read(labels) : null;
        namespaces?.End();
        var kinds = allowed.Objects("kinds");
        allowed.AtMost("kinds", kinds.Count, 8);
        List<bool> areHttpRoutes = [.. kinds.Select(IsHttpRoute)];
        allowed.End();
        return new(from, from == "Selector" ? selector : null, kinds.Count == 0 || areHttpRoutes.Contains(true));
    }

    private static bool IsHttpRoute(Fields kind)
    {
        var group = kind.Text("group") ?? GatewayApiKinds.Group;
        var name = kind.RequiredText("kind");
        kind.End();
        return group == GatewayApiKinds.Group && name == "HTTPRoute";
    }
}
