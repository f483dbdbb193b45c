namespace ColorDemo.Mesh.Istio;

/// <summary>Which namespaces see a resource.</summary>
/// <remarks>Source: Istio's <c>validateExportTo</c>.</remarks>
internal static class ExportTo
{
    private const string Everywhere = "*";
    private const string Here = ".";
    private const string Nowhere = "~";

    /// <param name="owner">Holds <c>exportTo</c>.</param>
    /// <param name="metadata">Of the resource.</param>
    /// <param name="mayBeNowhere">True for a ServiceEntry alone.</param>
    public static IReadOnlyList<string> Read(Fields owner, Metadata metadata, bool mayBeNowhere = false)
    {
        Dictionary<string, string> seen = [];
        foreach (var (name, field) in owner.TextItems("exportTo"))
        {
            if (name == Nowhere && !mayBeNowhere)
            {
                owner.Error(field, "only a ServiceEntry can be exported to '~', no one; write '.' for this namespace");
            }
            else if (name is not (Everywhere or Here or Nowhere) && !Names.IsLabelInAnyCase(name))
            {
                owner.Error(field, $"'{name}' is no namespace; write a name, '.' for this namespace, or '*' for all");
            }

            if (!seen.TryAdd(name == Here ? metadata.Namespace : name, name))
            {
                owner.Error(field, seen[name == Here ? metadata.Namespace : name] == name
                    ? $"duplicate entries in exportTo for entry {name}; keep one"
                    : $"duplicate entries in exportTo: . and current namespace {metadata.Namespace}; keep one");
            }
        }

        if (seen.Count > 1 && seen.ContainsKey(Everywhere))
        {
            owner.Error(
                "exportTo", "cannot have both public (*) and non-public exportTo values; keep '*' or the others");
        }
        else if (seen.Count > 1 && seen.ContainsKey(Nowhere) && mayBeNowhere)
        {
            owner.Error("exportTo", "cannot export to no one (~) and someone; keep '~' or the others");
        }

        return [.. seen.Values];
    }
}
