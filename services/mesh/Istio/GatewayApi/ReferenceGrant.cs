namespace ColorDemo.Mesh.Istio;

/// <summary>Lets objects of other namespaces refer to objects of its own. Gateway API <c>ReferenceGrant</c>.</summary>
public sealed record ReferenceGrant(
    Metadata Metadata, IReadOnlyList<GrantedOrigin> From, IReadOnlyList<GrantedTarget> To)
{
    /// <summary>Whether an HTTPRoute of that namespace may send requests to that Service.</summary>
    public bool Allows(string routeNamespace, string serviceNamespace, string service) =>
        Metadata.Namespace == serviceNamespace
        && From.Contains(new(GatewayApiKinds.Group, "HTTPRoute", routeNamespace))
        && To.Any(to => to is { Group: "", Kind: "Service" } && (to.Name is null || to.Name == service));

    internal static ReferenceGrant Read(Metadata metadata, Fields spec)
    {
        var from = Required(spec, "from");
        var to = Required(spec, "to");
        var read = new ReferenceGrant(
            metadata, [.. from.Select(GrantedOrigin.Read)], [.. to.Select(GrantedTarget.Read)]);
        spec.End();
        return read;
    }

    private static IReadOnlyList<Fields> Required(Fields spec, string name)
    {
        var entries = spec.Objects(name);
        spec.AtMost(name, entries.Count, 16);
        if (entries.Count == 0)
        {
            spec.Error(name, "must have at least one entry");
        }

        return entries;
    }
}

public sealed record GrantedOrigin(string Group, string Kind, string Namespace)
{
    internal static GrantedOrigin Read(Fields from)
    {
        var read = new GrantedOrigin(
            GrantedTarget.RequiredGroup(from), from.RequiredText("kind"), from.RequiredText("namespace"));
        from.NamespaceName("namespace");
        from.End();
        return read;
    }
}

/// <param name="Group">Empty for Kubernetes' own kinds, such as Service.</param>
/// <param name="Name">Absent: every object of the kind.</param>
public sealed record GrantedTarget(string Group, string Kind, string? Name)
{
    internal static GrantedTarget Read(Fields to)
    {
        var read = new GrantedTarget(RequiredGroup(to), to.RequiredText("kind"), to.Text("name"));
        to.End();
        return read;
    }

    internal static string RequiredGroup(Fields reference)
    {
        var group = reference.Text("group");
        if (!reference.Has("group"))
        {
            reference.Error("group", "is required; write \"\" for Kubernetes' own kinds, such as Service");
        }

        return group ?? "";
    }
}
