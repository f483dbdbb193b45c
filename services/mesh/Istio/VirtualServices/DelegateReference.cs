namespace ColorDemo.Mesh.Istio;

/// <summary>A VirtualService without hosts, whose rules take this rule's place. Istio <c>Delegate</c>.</summary>
public sealed record DelegateReference(string Name, string Namespace)
{
    internal static DelegateReference? Read(Metadata metadata, Fields? reference)
    {
        if (reference is null)
        {
            return null;
        }

        var name = reference.RequiredText("name");
        var space = reference.Text("namespace") is { Length: > 0 } given ? given : metadata.Namespace;
        if (name.Length > 0 && !Names.IsSubdomain(name))
        {
            reference.Error("name", $"'{name}' is no VirtualService's name; "
                + "use lower-case letters, digits, hyphens and dots");
        }

        if (reference.Has("namespace") && !Names.IsLabel(space))
        {
            reference.Error("namespace", $"'{space}' is no namespace; use lower-case letters, digits and hyphens");
        }

        reference.End();
        return new(name, space);
    }
}
