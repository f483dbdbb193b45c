namespace ColorDemo.Mesh.Istio;

/// <summary>Finds the files that a path stands for, as <c>kubectl apply -k</c> or <c>-f</c> would.</summary>
/// <remarks>
/// Of kustomize only <c>resources</c> is read. Whatever else it could do to them would have to be done here as well,
/// so it is refused instead of passed over.
/// </remarks>
internal static class ManifestFiles
{
    private const string Kustomization = "kustomization.yaml";
    private const long LargestFile = 1024 * 1024;
    private const int DeepestNesting = 16;

    public static string ReadText(string file, List<ManifestProblem> problems)
    {
        try
        {
            if (new FileInfo(file).Length <= LargestFile)
            {
                return File.ReadAllText(file);
            }

            problems.Add(new(file, 1, "", $"the file is larger than {LargestFile} bytes"));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(file, 1, "", $"the file cannot be read: {wrong.Message}"));
        }

        return "";
    }

    public static IEnumerable<string> Find(string path, List<ManifestProblem> problems, int depth = 0)
    {
        if (File.Exists(path))
        {
            return [path];
        }

        if (!Directory.Exists(path))
        {
            problems.Add(new(path, 1, "", "there is no such file or folder"));
            return [];
        }

        var kustomization = Path.Combine(path, Kustomization);
        return File.Exists(kustomization)
            ? FindResources(path, kustomization, problems, depth)
            : Directory.EnumerateFiles(path).Where(IsYaml).Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> FindResources(
        string folder, string file, List<ManifestProblem> problems, int depth)
    {
        var documents = YamlDocuments.Read(file, ReadText(file, problems), problems);
        if (documents is not [var document])
        {
            problems.Add(new(file, 1, "", "a kustomization is one YAML object"));
            return [];
        }

        if (depth == DeepestNesting)
        {
            problems.Add(new(file, 1, "resources", "these kustomizations include each other"));
            return [];
        }

        var fields = new Fields(document.Json, "", new(document, problems));
        fields.Known("apiVersion", "kind");
        var resources = fields.Texts("resources");
        fields.End();
        return resources.SelectMany(resource => FindResource(folder, resource, document, problems, depth));
    }

    private static IEnumerable<string> FindResource(
        string folder, string resource, ManifestDocument document, List<ManifestProblem> problems, int depth)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(folder, resource)));
        if (File.Exists(path) || File.Exists(Path.Combine(path, Kustomization)))
        {
            return Find(Path.GetRelativePath(Environment.CurrentDirectory, path), problems, depth + 1);
        }

        problems.Add(new(document.File, document.LineOf("resources"), "resources",
            $"'{resource}' is neither a file nor a folder with a {Kustomization}"));
        return [];
    }

    private static bool IsYaml(string file) => Path.GetExtension(file) is ".yaml" or ".yml";
}
