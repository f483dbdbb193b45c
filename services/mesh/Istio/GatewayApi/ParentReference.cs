namespace ColorDemo.Mesh.Istio;

/// <summary>What a route attaches to. Gateway API <c>ParentReference</c>.</summary>
/// <param name="Namespace">The route's own when the manifest names none.</param>
/// <param name="SectionName">One listener of the Gateway; absent means all of them.</param>
/// <param name="Port">Listeners, or a port of the Service; absent means every port.</param>
public sealed record ParentReference(
    string Group, string Kind, string Namespace, string Name, string? SectionName, int? Port)
{
    public bool IsGateway => this is { Group: GatewayApiKinds.Group, Kind: "Gateway" };

    public bool IsService => this is { Group: "", Kind: "Service" };

    public bool IsServiceEntry => this is { Group: "networking.istio.io", Kind: "ServiceEntry" };

    internal static IReadOnlyList<ParentReference> ReadAll(Metadata metadata, Fields spec)
    {
        List<ParentReference> read = [.. spec.Objects("parentRefs").Select(parent => Read(metadata, parent))];
        spec.AtMost("parentRefs", read.Count, 32);
        for (var index = 1; index < read.Count; index++)
        {
            var same = read.Take(index).Where(other => other with { SectionName = null }
                == read[index] with { SectionName = null }).ToList();
            if (same.Any(other => other.SectionName == read[index].SectionName))
            {
                spec.Error($"parentRefs[{index}]", "is there already; leave it out, or name another sectionName");
            }
            else if (same.Any(other => other.SectionName is null != read[index].SectionName is null))
            {
                spec.Error($"parentRefs[{index}].sectionName",
                    "name a sectionName in every reference to this parent, or refer to it once without");
            }
        }

        return read;
    }

    private static ParentReference Read(Metadata metadata, Fields parent)
    {
        var read = new ParentReference(
            parent.Text("group") ?? GatewayApiKinds.Group,
            parent.Text("kind") ?? "Gateway",
            parent.NamespaceName("namespace") ?? metadata.Namespace,
            parent.RequiredText("name"),
            parent.SectionName("sectionName"),
            parent.WholeNumber("port", 1, 65535));
        if (read is { Group: GatewayApiKinds.Group, Kind: "Service" })
        {
            parent.Warn("kind", "a Service is of Kubernetes' own group; write group: \"\", else this has no effect");
        }
        else if (!read.IsGateway && !read.IsService && !read.IsServiceEntry)
        {
            parent.Warn("kind", $"no {read.Kind} of group '{read.Group}' is simulated here; this has no effect");
        }

        parent.End();
        return read;
    }
}
