using System.Text.RegularExpressions;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Launcher;

/// <summary>The paths of <c>validate</c>, each perhaps with a cluster: <c>bison=manifests/mesh</c>.</summary>
internal static partial class ValidatedPaths
{
    private const string StandardInput = "-";

    /// <returns>Absent when all paths are there to be read.</returns>
    public static string? WrongUsageOf(IReadOnlyList<string> given)
    {
        var paths = given.Select(Split).ToList();
        if (paths.Select(one => one.Cluster is null).Distinct().Count() > 1)
        {
            return "Either every path has a cluster before it (bison=PATH), or none has.";
        }

        if (paths.Count(one => one.Path == StandardInput) > 1)
        {
            return "Standard input (-) can be read once only.";
        }

        return paths.Select(one => one.Path).FirstOrDefault(path => !IsThere(path)) switch
        {
            null => null,
            ['-', ..] option => $"There is no option {option}.",
            var path => $"{path}: there is no such file or folder.",
        };
    }

    public static Validation Read(IReadOnlyList<string> given)
    {
        var clusters = given.Select(Split).GroupBy(one => one.Cluster ?? "");
        return new(clusters.ToDictionary(
            cluster => cluster.Key, cluster => ManifestReader.Check([.. cluster.Select(one => one.Path)])));
    }

    private static bool IsThere(string path) => path == StandardInput || File.Exists(path) || Directory.Exists(path);

    private static (string? Cluster, string Path) Split(string given) =>
        !IsThere(given) && ClusterPath.Match(given) is { Success: true } match
            ? (match.Groups["cluster"].Value, match.Groups["path"].Value)
            : (null, given);

    [GeneratedRegex(@"\A(?<cluster>[a-z0-9]([a-z0-9-]*[a-z0-9])?)=(?<path>.+)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex ClusterPath { get; }
}
