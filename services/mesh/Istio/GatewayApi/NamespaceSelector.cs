namespace ColorDemo.Mesh.Istio;

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
