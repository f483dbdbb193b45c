namespace ColorDemo.Mesh.Istio;

/// <summary>Names subsets of a host's endpoints. Istio <c>DestinationRule</c>, networking.istio.io/v1.</summary>
public sealed record DestinationRule(Metadata Metadata, string Host, IReadOnlyList<Subset> Subsets)
{
    internal static DestinationRule Read(Metadata metadata, Fields spec)
    {
        var host = spec.RequiredText("host");
        if (host.Length > 0 && !Names.IsHost(host))
        {
            spec.Error("host", $"'{host}' is no host");
        }

        List<Subset> subsets = [];
        foreach (var fields in spec.Objects("subsets"))
        {
            var subset = Subset.Read(fields);
            if (subsets.Any(other => other.Name == subset.Name))
            {
                fields.Error("name", $"there is a subset '{subset.Name}' already");
            }

            subsets.Add(subset);
        }

        spec.NotSimulated("exportTo", "trafficPolicy", "workloadSelector");
        spec.End();
        return new(metadata, host, subsets);
    }
}

/// <summary>The endpoints that bear all of these labels; no labels means all endpoints.</summary>
public sealed record Subset(string Name, IReadOnlyDictionary<string, string> Labels)
{
    internal static Subset Read(Fields fields)
    {
        var name = fields.RequiredText("name");
        if (name.Length > 0 && !Istio.Names.IsLabel(name))
        {
            fields.Error("name", $"'{name}' is no subset name; use lower-case letters, digits and hyphens");
        }

        var subset = new Subset(name, fields.TextMap("labels"));
        fields.NotSimulated("trafficPolicy");
        fields.End();
        return subset;
    }
}
