namespace ColorDemo.Mesh.Istio;

/// <summary>Reads manifests strictly: all problems are found before the first one is told.</summary>
public static class ManifestReader
{
    /// <param name="layers">
    /// Files, folders or kustomizations. An object of a later layer replaces the same object of an earlier one, as
    /// applying it later would.
    /// </param>
    /// <exception cref="ManifestException">At least one manifest is wrong, or cannot be read.</exception>
    public static ManifestSet Read(params IReadOnlyList<string> layers)
    {
        List<ManifestProblem> problems = [];
        var documents = new Dictionary<string, ManifestDocument>();
        foreach (var layer in layers)
        {
            foreach (var (identity, document) in ReadLayer(layer, problems))
            {
                documents[identity] = document;
            }
        }

        return Interpret([.. documents.Values], problems);
    }

    /// <summary>Reads objects that come from elsewhere than a file, such as the Kubernetes API.</summary>
    /// <exception cref="ManifestException">At least one object is wrong.</exception>
    public static ManifestSet Interpret(IReadOnlyList<ManifestDocument> documents) => Interpret(documents, []);

    private static Dictionary<string, ManifestDocument> ReadLayer(string layer, List<ManifestProblem> problems)
    {
        var documents = new Dictionary<string, ManifestDocument>();
        foreach (var document in new ManifestFiles(problems).Find(layer).SelectMany(file => ReadFile(file, problems)))
        {
            if (!documents.TryAdd(document.Identity, document))
            {
                var first = documents[document.Identity];
                problems.Add(new(document.File, document.Line, "metadata.name",
                    $"{document.Kind} {document.Namespace}/{document.Name} "
                    + $"stands at {first.File}:{first.Line} already"));
            }
        }

        return documents;
    }

    private static IReadOnlyList<ManifestDocument> ReadFile(string file, List<ManifestProblem> problems)
    {
        var before = problems.Count;
        var documents = YamlDocuments.Read(file, ManifestFiles.ReadText(file, problems), problems);
        if (documents.Count == 0 && problems.Count == before)
        {
            problems.Add(new(file, 1, "", "the file holds no object")); // half-saved, or named by mistake
        }

        return documents;
    }

    private static ManifestSet Interpret(IReadOnlyList<ManifestDocument> documents, List<ManifestProblem> problems)
    {
        var kinds = new ManifestKinds();
        foreach (var document in documents)
        {
            kinds.Read(document, new(document, problems));
        }

        return problems.Any(problem => problem.IsError)
            ? throw new ManifestException(
                [.. problems.Distinct().OrderBy(problem => problem.File).ThenBy(problem => problem.Line)])
            : kinds.ToSet(documents, problems);
    }
}
