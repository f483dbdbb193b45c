using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Istio;

/// <summary>Reads the objects that a kustomization collects and makes.</summary>
/// <remarks>
/// Of kustomize there are <c>resources</c>, <c>namespace</c> and the generators. Whatever else it could do to the
/// objects would have to be done here as well, so it is refused instead of passed over.
/// </remarks>
internal sealed class Kustomization(
    ManifestFiles files, string folder, string file, List<ManifestProblem> problems)
{
    private static readonly string[] FileNames = ["kustomization.yaml", "kustomization.yml", "Kustomization"];

    private static readonly string[] ClusterKinds =
    [
        "APIService", "ClusterRole", "ClusterRoleBinding", "CustomResourceDefinition", "GatewayClass", "IngressClass",
        "MutatingWebhookConfiguration", "Namespace", "Node", "PersistentVolume", "PriorityClass", "StorageClass",
        "ValidatingWebhookConfiguration",
    ];

    public static bool IsNamedSo(string file) => FileNames.Contains(Path.GetFileName(file));

    public static string? FileOf(string folder) =>
        FileNames.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    public IReadOnlyList<ManifestDocument> Read()
    {
        var documents = YamlDocuments.Read(file, ManifestText.Read(file, problems), problems);
        if (documents is not [var document])
        {
            problems.Add(new(file, 1, "", "a kustomization is one YAML object") { Code = ProblemCode.File });
            return [];
        }

        var fields = new Fields(document.Json, "", new(document, problems));
        fields.Known("apiVersion", "kind", "metadata");
        var resources = fields.Texts("resources");
        var space = fields.Text("namespace");
        var generators = new KustomizationGenerators(document, folder, fields);
        IReadOnlyList<ManifestDocument> objects =
        [
            .. resources.SelectMany((resource, index) => FindResource(resource, index, resources.Count == 1, document)),
            .. generators.Read(),
        ];
        fields.End();
        return space is { Length: > 0 } ? [.. objects.Select(one => Moved(one, space))] : objects;
    }

    private IReadOnlyList<ManifestDocument> FindResource(
        string resource, int index, bool isOnlyOne, ManifestDocument document)
    {
        var field = $"resources[{index}]";
        if (resource.IndexOfAny(Path.GetInvalidPathChars()) < 0)
        {
            var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(folder, resource)));
            var shown = Path.GetRelativePath(Environment.CurrentDirectory, path);
            if (File.Exists(path))
            {
                return files.FindInFile(shown, isOnlyOne);
            }

            if (FileOf(path) is not null)
            {
                return files.Find(shown);
            }
        }

        problems.Add(document.Problem(
            field, $"'{resource}' is neither a file nor a folder with a {FileNames[0]}", ProblemCode.File));
        return [];
    }

    private static ManifestDocument Moved(ManifestDocument one, string space)
    {
        if (one.Json["metadata"] is not JsonObject metadata || ClusterKinds.Contains(one.Kind))
        {
            return one;
        }

        metadata["namespace"] = space;
        return one with { GivenNamespace = space };
    }
}
