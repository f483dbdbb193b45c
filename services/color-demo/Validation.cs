using ColorDemo.Mesh.Analysis;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Launcher;

/// <summary>What is wrong with the manifests of some clusters.</summary>
internal sealed class Validation
{
    /// <param name="clusters">By the name of the cluster; one without a name when nobody named any.</param>
    public Validation(IReadOnlyDictionary<string, ManifestFindings> clusters)
    {
        Objects = clusters.Values
            .SelectMany(one => one.Manifests.Documents)
            .DistinctBy(one => (one.File, one.Start, one.Identity))
            .Count();
        Files = clusters.Values.SelectMany(one => one.Files).Distinct().Count();

        // Clusters share files, hence the same problem twice.
        var problems = clusters.Values.SelectMany(one => one.Problems).ToList();
        Problems = ManifestFindings.InOrder([.. problems, .. ManifestAnalysis.Beside(problems, clusters.ToDictionary(
            cluster => cluster.Key, cluster => cluster.Value.Manifests))]);
    }

    public int Objects { get; }

    public int Files { get; }

    public IReadOnlyList<ManifestProblem> Problems { get; }

    public int Errors => Problems.Count(problem => problem.IsError);

    public int Warnings => Problems.Count - Errors;
}
