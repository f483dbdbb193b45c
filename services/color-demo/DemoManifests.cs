using ColorDemo.Launcher.Pods;
using ColorDemo.Mesh.Analysis;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Launcher;

/// <summary>What the files of all clusters say at one moment.</summary>
internal sealed record DemoManifests(IReadOnlyDictionary<string, ManifestSet> Clusters)
{
    private readonly Lazy<IReadOnlyList<ManifestProblem>> _warnings = new(() => ManifestWarnings.Of(Clusters));

    /// <exception cref="ManifestException">Any of them is wrong; all problems of all clusters, each once.</exception>
    public static DemoManifests Read(ManifestFolders folders)
    {
        List<ManifestProblem> problems = [];
        Dictionary<string, ManifestSet> clusters = [];
        foreach (var (cluster, layers) in folders.Layers)
        {
            try
            {
                clusters[cluster] = ManifestReader.Read(layers);
                PodSpecReader.Read(clusters[cluster]); // for what cannot run here
            }
            catch (ManifestException refused)
            {
                problems.AddRange(refused.Problems); // the clusters share files, hence the same problem twice
            }
        }

        return problems.Count == 0 ? new(clusters) : throw new ManifestException([.. problems.Distinct()]);
    }

    /// <summary>Found when first asked for.</summary>
    public IReadOnlyList<ManifestProblem> Warnings => _warnings.Value;

    /// <summary>The VirtualService with the widest split: where a newcomer is sent to change weights.</summary>
    public Metadata? Split => Clusters.Values
        .SelectMany(one => one.VirtualServices)
        .MaxBy(one => one.Http.Max(rule => (int?)rule.Route.Count))?.Metadata;

    /// <summary>The namespace that the demo is about: the one of its first Deployment.</summary>
    public string Namespace => Clusters.Values
        .SelectMany(one => one.Deployments)
        .FirstOrDefault()?.Metadata.NamespaceProperty ?? "default";
}
