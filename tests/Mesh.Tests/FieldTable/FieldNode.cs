using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Tests.FieldTable;

/// <summary>A field, and the fields inside it.</summary>
/// <param name="Name">With <c>[]</c> behind it for a list of mappings; <c>*</c> for keys of the user's own.</param>
internal sealed record FieldNode(string Name, FieldTreatment Treatment, IReadOnlyList<FieldNode> Inner)
{
    /// <summary>The same text for the same fields inside.</summary>
    public string Shape { get; } =
        string.Join(' ', Inner.Select(node => $"{node.Name}:{node.Treatment}({node.Shape})"));

    public bool IsLeaf => Inner.Count == 0;

    /// <summary>The root is <c>spec</c>.</summary>
    public static FieldNode TreeOf(AskedFields asked)
    {
        return Node("spec", "spec");

        FieldNode Node(string path, string name)
        {
            var treatment = asked.Forms[path] == FieldForm.Any && asked.TreatmentOf(path) == FieldTreatment.Simulated
                ? FieldTreatment.WithoutEffect // known, and never read
                : asked.TreatmentOf(path);
            var isList = asked.Forms[path] == FieldForm.Mappings;
            var start = isList ? $"{path}[0]." : $"{path}.";
            var keys = asked.Forms.Keys
                .Where(key => key.StartsWith(start, StringComparison.Ordinal) && !key[start.Length..].Contains('.'))
                .Select(key => key[start.Length..])
                .Order(StringComparer.Ordinal);
            List<FieldNode> inner = treatment == FieldTreatment.Simulated
                ? [.. keys.Select(key => Node(start + key, key == ProbedKind.FreeKey ? "*" : key))]
                : []; // what is said of the whole holds for all of it
            var isFree = inner is [{ Name: "*", IsLeaf: true }];
            return new(isList ? $"{name}[]" : isFree ? $"{name}.*" : name, treatment, isFree ? [] : inner);
        }
    }
}
