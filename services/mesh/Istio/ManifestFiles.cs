namespace ColorDemo.Mesh.Istio;

/// <summary>Reads the objects that a path stands for, as <c>kubectl apply -k</c> or <c>-f</c> would.</summary>
/// <param name="problems">Takes what cannot be read.</param>
/// <param name="isOnlyPath">A file without any object is a mistake then; among others it may hold comments.</param>
internal sealed class ManifestFiles(List<ManifestProblem> problems, bool isOnlyPath)
{
    private readonly HashSet<string> _kustomizations = [];
    private readonly List<string> _read = [];

    public IReadOnlyList<string> Read => _read;

    public IReadOnlyList<ManifestDocument> Find(string path)
    {
        if (path == ManifestText.StandardInput)
        {
            return FindInFile(path, isOnlyPath);
        }

        if (File.Exists(path))
        {
            return Kustomization.IsNamedSo(path)
                ? FindInKustomization(Path.GetDirectoryName(path) ?? "", path)
                : FindInFile(path, isOnlyPath);
        }

        if (!Directory.Exists(path))
        {
            problems.Add(new(path, 1, "", "there is no such file or folder") { Code = ProblemCode.File });
            return [];
        }

        return Kustomization.FileOf(path) is { } kustomization
            ? FindInKustomization(path, kustomization)
            : FindInFolder(path);
    }

    public IReadOnlyList<ManifestDocument> FindInFile(string file, bool isOnlyFile)
    {
        var before = problems.Count;
        var text = ManifestText.Read(file, problems);
        var documents = YamlDocuments.Read(file, text, problems);
        _read.Add(file);
        if (documents.Count == 0 && problems.Count == before && (isOnlyFile || string.IsNullOrWhiteSpace(text)))
        {
            // half-saved, or named by mistake
            problems.Add(new(file, 1, "", "the file holds no object") { Code = ProblemCode.File });
        }

        return documents;
    }

    private IReadOnlyList<ManifestDocument> FindInKustomization(string folder, string file)
    {
        if (_kustomizations.Add(Path.GetFullPath(file)))
        {
            _read.Add(file);
            return new Kustomization(this, folder, file, problems).Read();
        }

        problems.Add(new(file, 1, "resources", "this kustomization is included twice, perhaps by itself")
        {
            Code = ProblemCode.File,
        });
        return [];
    }

    private List<ManifestDocument> FindInFolder(string folder)
    {
        List<string> files = [.. Directory.EnumerateFiles(folder).Where(IsManifest).Order(StringComparer.Ordinal)];
        if (files.Count == 0)
        {
            problems.Add(new(folder, 1, "", "the folder holds no .yaml, .yml or .json file")
            {
                Code = ProblemCode.File,
            });
        }

        return [.. files.SelectMany(file => FindInFile(file, files.Count == 1 && isOnlyPath))];
    }

    private static bool IsManifest(string file) => Path.GetExtension(file) is ".yaml" or ".yml" or ".json";
}
