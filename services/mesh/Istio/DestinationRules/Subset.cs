namespace ColorDemo.Mesh.Istio;

/// <summary>The endpoints that bear all of these labels; no labels means all endpoints.</summary>
/// <param name="TrafficPolicy">Overrides the rule's own, block by block, when a route names this subset.</param>
public sealed record Subset(
    string Name, IReadOnlyDictionary<string, string> Labels, TrafficPolicy? TrafficPolicy, Origin Origin)
{
    internal static Subset Read(Fields fields)
    {
        var name = fields.RequiredText("name");
        if (name.Length > 0 && !Istio.Names.IsLabelInAnyCase(name))
        {
            fields.Error("name", $"'{name}' is no subset name; use letters, digits and inner hyphens");
        }

        var subset = new Subset(
            name, LabelMap.Read(fields, "labels"), TrafficPolicy.Read(fields.Object("trafficPolicy")), fields.Origin);
        fields.End();
        return subset;
    }
}
