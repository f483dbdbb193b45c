namespace ColorDemo.Mesh.Istio;

/// <summary>What the reading of one cluster's manifests came to, good or not.</summary>
/// <param name="Manifests">What could be read; to be used only without errors.</param>
/// <param name="Problems">In the order of files and lines, each once.</param>
/// <param name="Files">The files that were read, as they are named in problems.</param>
public sealed record ManifestFindings(
    ManifestSet Manifests, IReadOnlyList<ManifestProblem> Problems, IReadOnlyList<string> Files)
{
    public bool HasErrors => Problems.Any(problem => problem.IsError);

    /// <summary>Each once, as someone mends them from the top of each file.</summary>
    public static IReadOnlyList<ManifestProblem> InOrder(IEnumerable<ManifestProblem> problems) =>
    [
        .. problems.Distinct()
            .OrderBy(problem => problem.File, StringComparer.Ordinal)
            .ThenBy(problem => problem.Line)
            .ThenBy(problem => problem.Column),
    ];
}
