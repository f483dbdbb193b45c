namespace ColorDemo.Mesh.Istio;

/// <summary>Reads manifests strictly: all problems are found before the first one is told.</summary>
public static class ManifestReader
{
    /// <param name="layers">
    /// Files, folders or kustomizations. An object of a later layer replaces the same object of an earlier one, as
    /// applying it later would; what is replaced is not looked at.
    /// </param>
    /// <exception cref="ManifestException">At least one manifest is wrong, or cannot be read.</exception>
    public static ManifestSet Read(params IReadOnlyList<string> layers) =>
        Accepted(ReadLayers(layers, checkReplaced: false));

    /// <summary>Reads objects that come from elsewhere than a file, such as the Kubernetes API.</summary>
    /// <exception cref="ManifestException">At least one object is wrong.</exception>
    public static ManifestSet Interpret(IReadOnlyList<ManifestDocument> documents) =>
        Accepted(Interpret(documents, [], []));

    /// <summary>Tells what is wrong instead of throwing it, with the objects that a later layer replaces.</summary>
    /// <param name="layers">Files, folders, kustomizations, or <c>-</c> for standard input.</param>
    public static ManifestFindings Check(IReadOnlyList<string> layers) => ReadLayers(layers, checkReplaced: true);

    /// <summary>
    /// Leaves out the objects that are wrong, as a cluster would that refuses them and has the others.
    /// </summary>
    public static ManifestFindings ReadAccepted(IReadOnlyList<string> layers)
    {
        var findings = ReadLayers(layers, checkReplaced: false);
        var good = findings.Manifests.Documents
            .Where(document => !findings.Problems.Any(problem =>
                problem is { IsError: true, Code: not ProblemCode.DuplicateObject } && document.Has(problem)))
            .ToList();
        return findings with { Manifests = Interpret(good, [], findings.Files).Manifests };
    }

    private static ManifestFindings ReadLayers(IReadOnlyList<string> layers, bool checkReplaced)
    {
        List<ManifestProblem> problems = [];
        List<string> files = [];
        var documents = new Dictionary<string, ManifestDocument>();
        foreach (var layer in layers)
        {
            var found = new ManifestFiles(problems, isOnlyPath: layers.Count == 1);
            foreach (var (identity, document) in DistinctObjects(found.Find(layer), problems))
            {
                if (checkReplaced && documents.TryGetValue(identity, out var replaced))
                {
                    new ManifestKinds().Read(replaced, new(replaced, problems));
                }

                documents[identity] = document;
            }

            files.AddRange(found.Read);
        }

        return Interpret([.. documents.Values], problems, files);
    }

    private static Dictionary<string, ManifestDocument> DistinctObjects(
        IReadOnlyList<ManifestDocument> found, List<ManifestProblem> problems)
    {
        var documents = new Dictionary<string, ManifestDocument>();
        foreach (var document in found)
        {
            if (documents.TryAdd(document.Identity, document))
            {
                continue;
            }

            var report = new ProblemReport(document, problems);
            new ManifestKinds().Read(document, report);
            if (document.Name.Length > 0)
            {
                var first = documents[document.Identity];
                report.Error("metadata.name",
                    $"{document.Kind} {document.Namespace}/{document.Name} stands at {first.File}:{first.Line} already",
                    ProblemCode.DuplicateObject);
            }
        }

        return documents;
    }

    private static ManifestFindings Interpret(
        IReadOnlyList<ManifestDocument> documents, List<ManifestProblem> problems, IReadOnlyList<string> files)
    {
        var kinds = new ManifestKinds();
        foreach (var document in documents)
        {
            kinds.Read(document, new(document, problems));
        }

        var told = ManifestFindings.InOrder(problems);
        return new(
            kinds.ToSet(documents, [.. told.Where(problem => !problem.IsError)]), told, [.. files.Distinct()]);
    }

    private static ManifestSet Accepted(ManifestFindings findings) =>
        findings.HasErrors ? throw new ManifestException(findings.Problems) : findings.Manifests;
}
