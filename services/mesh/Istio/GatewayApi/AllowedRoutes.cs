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

/// <summary>Kubernetes' <c>LabelSelector</c>: all of its conditions must hold.</summary>
public sealed record NamespaceSelector(
    IReadOnlyDictionary<string, string> MatchLabels, IReadOnlyList<LabelRequirement> MatchExpressions)
{
    public bool Matches(IReadOnlyDictionary<string, string> labels) =>
        MatchLabels.All(label => labels.TryGetValue(label.Key, out var value) && value == label.Value)
        && MatchExpressions.All(requirement => requirement.Matches(labels));

    internal static NamespaceSelector Read(Fields selector)
    {
        var read = new NamespaceSelector(
            selector.TextMap("matchLabels"),
            [.. selector.Objects("matchExpressions").Select(LabelRequirement.Read)]);
        selector.End();
        return read;
    }
}

/// <param name="Operator">In, NotIn, Exists or DoesNotExist.</param>
public sealed record LabelRequirement(string Key, string Operator, IReadOnlyList<string> Values)
{
    public bool Matches(IReadOnlyDictionary<string, string> labels)
    {
        var value = labels.GetValueOrDefault(Key);
        return Operator switch
        {
            "In" => value is not null && Values.Contains(value),
            "NotIn" => value is null || !Values.Contains(value),
            "Exists" => value is not null,
            _ => value is null,
        };
    }

    internal static LabelRequirement Read(Fields requirement)
    {
        requirement.RequiredText("operator");
        var read = new LabelRequirement(
            requirement.RequiredText("key"),
            requirement.Choice("operator", "In", "NotIn", "Exists", "DoesNotExist") ?? "",
            requirement.Texts("values"));
        if (read.Operator is "In" or "NotIn" && read.Values.Count == 0)
        {
            requirement.Error("values", $"name at least one value for {read.Operator}");
        }

        requirement.End();
        return read;
    }
}
