using ColorDemo.Launcher.Pods;
using ColorDemo.Mesh.Analysis;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Launcher;

/// <summary>What all clusters' manifests say at one moment, and the pods that they want.</summary>
internal sealed record DemoManifests(
    IReadOnlyDictionary<string, ManifestSet> Clusters, IReadOnlyDictionary<string, IReadOnlyList<PodSpec>> Pods)
{
    private readonly Lazy<IReadOnlyList<ManifestProblem>> _warnings = new(() => ManifestFindings.InOrder(
        [
            .. Clusters.Values.SelectMany(one => one.Warnings),
            .. ManifestAnalysis.Of(Clusters),
            .. UnopenedPorts.In(Clusters),
        ]));

    /// <exception cref="ManifestException">Any of them is wrong; all problems of all clusters, each once.</exception>
    public static DemoManifests Read(ManifestFolders folders)
    {
        List<ManifestProblem> problems = [];
        Dictionary<string, ManifestSet> clusters = [];
        Dictionary<string, IReadOnlyList<PodSpec>> pods = [];
        foreach (var (cluster, layers) in folders.Layers)
        {
            try
            {
                clusters[cluster] = ManifestReader.Read(layers);
                pods[cluster] = PodSpecReader.Read(clusters[cluster]);
            }
            catch (ManifestException refused)
            {
                problems.AddRange(refused.Problems); // the clusters share files, hence the same problem twice
            }
        }

        return problems.Count == 0 ? new(clusters, pods) : throw new ManifestException([.. problems.Distinct()]);
    }

    /// <summary>Of each object by itself, and of what several show together; found when first asked for.</summary>
    public IReadOnlyList<ManifestProblem> Warnings => _warnings.Value;

    /// <summary>The file with the widest split: where a newcomer is sent to change weights.</summary>
    public string? SplitFile => Clusters.Values
        .SelectMany(one => one.VirtualServices)
        .MaxBy(one => one.Http.Max(rule => (int?)rule.Route.Count))?.Metadata.Origin.File;

    /// <summary>Objects that are new here, or not what they were.</summary>
    public IReadOnlyList<ManifestDocument> ChangesSince(DemoManifests before) =>
    [
        .. from cluster in Clusters
           from document in cluster.Value.Documents
           let old = before.Clusters[cluster.Key].Documents.FirstOrDefault(one => one.Identity == document.Identity)
           where old is null || old.Json.ToJsonString() != document.Json.ToJsonString()
           select document,
        .. from cluster in before.Clusters
           from document in cluster.Value.Documents
           where Clusters[cluster.Key].Documents.All(one => one.Identity != document.Identity)
           select document,
    ];
}
