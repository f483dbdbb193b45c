namespace ColorDemo.Mesh.Istio;

/// <summary>The namespaces that may see a resource.</summary>
internal static class ExportTo
{
    public static IReadOnlyList<string> Read(Fields spec, Metadata metadata)
    {
        var entries = spec.TextItems("exportTo");
        HashSet<string> seen = [];
        foreach (var (field, entry) in entries)
        {
            if (entry is not ("." or "*") && !Names.IsLabel(entry))
            {
                spec.Error(field, entry == "~"
                    ? "~ is for a ServiceEntry only; write . for this namespace alone"
                    : $"'{entry}' is no namespace; write a namespace, . for this one, or * for all");
            }
            else if (!seen.Add(entry == "." ? metadata.Namespace : entry))
            {
                var same = entry == "." || entry == metadata.Namespace ? $", and . is {metadata.Namespace}" : "";
                spec.Error(field, $"duplicate entries in exportTo: '{entry}'{same}; keep one");
            }
        }

        if (seen.Contains("*") && entries.Count > 1)
        {
            spec.Error("exportTo",
                "cannot have both public (*) and non-public exportTo values; keep * alone, or leave it out");
        }

        return [.. entries.Select(entry => entry.Text)];
    }
}
