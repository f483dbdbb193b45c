using System.Text;

namespace ColorDemo.Mesh.Istio;

/// <summary>Finds the files that a path stands for, as <c>kubectl apply -k</c> or <c>-f</c> would.</summary>
/// <remarks>
/// Of kustomize only <c>resources</c> is read. Whatever else it could do to them would have to be done here as well,
/// so it is refused instead of passed over.
/// </remarks>
internal sealed class ManifestFiles(List<ManifestProblem> problems)
{
    private const string Kustomization = "kustomization.yaml";
    private const long LargestFile = 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private readonly HashSet<string> _included = [];

    public static string ReadText(string file, List<ManifestProblem> problems)
    {
        try
        {
            switch (new FileInfo(file).Length)
            {
                case 0: // empty, or no file to read at all, such as a pipe
                    return "";
                case <= LargestFile:
                    return File.ReadAllText(file, StrictUtf8);
            }

            problems.Add(new(file, 1, "", $"the file is larger than {LargestFile} bytes"));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            problems.Add(new(file, 1, "", $"the file cannot be read: {wrong.Message}"));
        }

        return "";
    }

    public IEnumerable<string> Find(string path)
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
            ? FindResources(path, kustomization)
            : Directory.EnumerateFiles(path).Where(IsYaml).Order(StringComparer.Ordinal);
    }

    private IEnumerable<string> FindResources(string folder, string file)
    {
        if (!_included.Add(Path.GetFullPath(file)))
        {
            problems.Add(new(file, 1, "resources", "this kustomization is included twice, perhaps by itself"));
            return [];
        }

        var documents = YamlDocuments.Read(file, ReadText(file, problems), problems);
        if (documents is not [var document])
        {
            problems.Add(new(file, 1, "", "a kustomization is one YAML object"));
            return [];
        }

        var fields = new Fields(document.Json, "", new(document, problems));
        fields.Known("apiVersion", "kind");
        var resources = fields.Texts("resources");
        fields.End();
        return resources.SelectMany((resource, index) => FindResource(folder, resource, index, document));
    }

    private IEnumerable<string> FindResource(string folder, string resource, int index, ManifestDocument document)
    {
        var field = $"resources[{index}]";
        if (resource.IndexOfAny(Path.GetInvalidPathChars()) < 0)
        {
            var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(folder, resource)));
            if (File.Exists(path) || File.Exists(Path.Combine(path, Kustomization)))
            {
                return Find(Path.GetRelativePath(Environment.CurrentDirectory, path));
            }
        }

        problems.Add(new(document.File, document.LineOf(field), field,
            $"'{resource}' is neither a file nor a folder with a {Kustomization}"));
        return [];
    }

    private static bool IsYaml(string file) => Path.GetExtension(file) is ".yaml" or ".yml";
}
