namespace ColorDemo.Launcher;

/// <summary>Where the manifests are, and which of them each cluster gets.</summary>
/// <param name="Root">The folder that is watched.</param>
/// <param name="Layers">What each cluster reads, the later over the earlier.</param>
internal sealed record ManifestFolders(string Root, IReadOnlyDictionary<string, IReadOnlyList<string>> Layers)
{
    private const string Clusters = "clusters";
    private const string Scenarios = "scenarios";
    private const string Kustomization = "kustomization.yaml";

    /// <exception cref="CannotStartException">No such folder, no cluster in it, or no such scenario.</exception>
    public static ManifestFolders Find(string? given, string? scenario)
    {
        var root = given ?? Nearest() ?? throw new CannotStartException(
            "There is no folder 'manifests' here or above: "
            + "start from the project's folder, or name it with --manifests.");
        var clusters = Folders(root, Clusters);
        if (clusters.Count == 0)
        {
            throw new CannotStartException(
                $"{Shown(root)} has no cluster: it takes {Clusters}/<name>/{Kustomization} for each. "
                + "--manifests names another folder.");
        }

        if (scenario is not null && !Folders(root, Scenarios).Contains(scenario))
        {
            throw new CannotStartException($"There is no scenario '{scenario}'. --scenario takes one of: "
                + $"{string.Join(", ", Folders(root, Scenarios))}.");
        }

        string[] over = scenario is null ? [] : [Shown(Path.Combine(root, Scenarios, scenario))];
        return new(root, clusters.ToDictionary(
            cluster => cluster,
            IReadOnlyList<string> (cluster) => [Shown(Path.Combine(root, Clusters, cluster)), .. over]));
    }

    /// <summary>Relative to the current folder, as it would be typed.</summary>
    private static string Shown(string path) => Path.GetRelativePath(Environment.CurrentDirectory, path);

    private static List<string> Folders(string root, string kind) =>
        Directory.Exists(Path.Combine(root, kind))
            ? [.. Directory.EnumerateDirectories(Path.Combine(root, kind))
                .Where(folder => File.Exists(Path.Combine(folder, Kustomization)))
                .Select(folder => Path.GetFileName(folder))
                .Order(StringComparer.Ordinal)]
            : [];

    private static string? Nearest()
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "manifests", Clusters)))
            {
                return Path.Combine(folder.FullName, "manifests");
            }
        }

        return null;
    }
}
