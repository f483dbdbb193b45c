using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Analysis;

/// <summary>What is told of good manifests while the demo runs.</summary>
public static class ManifestWarnings
{
    /// <summary>Of each object by itself, and of what several show together.</summary>
    /// <param name="clusters">By name.</param>
    public static IReadOnlyList<ManifestProblem> Of(IReadOnlyDictionary<string, ManifestSet> clusters) =>
        ManifestFindings.InOrder(
        [
            .. clusters.Values.SelectMany(one => one.Warnings),
            .. ManifestAnalysis.Of(clusters),
            .. UnopenedPorts.In(clusters),
        ]);

    /// <summary>What there is after a change and was not before it, wherever it was written.</summary>
    public static IReadOnlyList<ManifestProblem> Since(
        IReadOnlyDictionary<string, ManifestSet> before, IReadOnlyDictionary<string, ManifestSet> after) =>
        [.. Of(after).ExceptBy(Of(before).Select(Words), Words).DistinctBy(Words)];

    private static (string Kind, string Namespace, string Name, string Field, string Message) Words(
        ManifestProblem warning) =>
        (warning.Kind, warning.Namespace, warning.Name, warning.Field, warning.Message);
}
