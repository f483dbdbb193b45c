using System.CommandLine;
using ColorDemo.Mesh.Explain;
using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.Launcher.Explain;

/// <summary>Which clusters there are, and what they hold.</summary>
internal static class ClusterOptions
{
    private static readonly Option<string[]> Manifests = new("--manifests")
    {
        Description = "CLUSTER=PATH: a file, folder or kustomization; may be repeated, also for one cluster, where a "
            + "later object replaces an earlier one of the same name. Default: the clusters of the nearest folder "
            + "'manifests'.",
    };

    private static readonly Option<string[]> Unhealthy = new("--unhealthy")
    {
        Description = "DEPLOYMENT@CLUSTER: its pods are not ready; may be repeated.",
    };

    private static readonly Option<string[]> Networks = new("--network")
    {
        Description = "CLUSTER=NAME: clusters of one network reach each other's pods without an east-west gateway. "
            + "Default: each has a network of its own.",
    };

    private static readonly Option<string[]> Localities = new("--locality")
    {
        Description = "CLUSTER=region/zone[/subzone]: where its pods run.",
    };

    public static void AddTo(Command command)
    {
        foreach (var option in (Option[])[Manifests, Unhealthy, Networks, Localities])
        {
            command.Add(option);
        }
    }

    /// <exception cref="ArgumentException">Something is given wrongly.</exception>
    /// <exception cref="CannotStartException">There are no manifests, or they are not to be read.</exception>
    public static IReadOnlyList<MeshCluster> Read(ParseResult parsed, TextWriter problems)
    {
        var layers = LayersOf(parsed.GetValue(Manifests) ?? []);
        var networks = PairsOf(parsed.GetValue(Networks), '=', "--network CLUSTER=NAME", layers.Keys);
        var localities = PairsOf(parsed.GetValue(Localities), '=', "--locality CLUSTER=region/zone", layers.Keys);
        var unhealthy = (parsed.GetValue(Unhealthy) ?? [])
            .Select(given => Pair(given, '@', "--unhealthy DEPLOYMENT@CLUSTER"))
            .ToList();
        if (unhealthy.FirstOrDefault(one => !layers.ContainsKey(one.Value)) is { Value: { } stranger })
        {
            throw new ArgumentException($"--unhealthy: {UnknownCluster(stranger, layers.Keys)}");
        }

        HashSet<string> told = [];
        return [.. layers.Select(layer =>
        {
            var findings = ManifestReader.ReadAccepted(layer.Value);
            foreach (var problem in findings.Problems.Where(one => one.IsError && told.Add(one.ToString())))
            {
                problems.WriteLine(problem);
                if (problem.Name.Length > 0 && told.Add($"{problem.Kind} {problem.Namespace}/{problem.Name}"))
                {
                    problems.WriteLine($"  {problem.Kind} {problem.Namespace}/{problem.Name} is refused and left out");
                }
            }

            var idle = unhealthy.Where(one => one.Value == layer.Key).Select(one => one.Name).ToList();
            var cluster = new DeclaredCluster(
                layer.Key, networks.GetValueOrDefault(layer.Key), localities.GetValueOrDefault(layer.Key), idle)
                .With(findings.Manifests);
            foreach (var name in idle.Where(name => cluster.Pods.All(pod => pod.Workload != name)))
            {
                problems.WriteLine($"--unhealthy {name}@{layer.Key} changes nothing: there are pods of "
                    + string.Join(", ", cluster.Pods.Select(pod => pod.Workload).Distinct().DefaultIfEmpty("nobody")));
            }

            return cluster;
        })];
    }

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> LayersOf(string[] given)
    {
        if (given.Length == 0)
        {
            return ManifestFolders.Find(null, null).Layers;
        }

        var pairs = given.Select(one => Pair(one, '=', "--manifests CLUSTER=PATH")).ToList();
        return pairs.FirstOrDefault(one => !File.Exists(one.Value) && !Directory.Exists(one.Value))
            is { Value: { } missing }
                ? throw new ArgumentException($"--manifests: {missing}: there is no such file or folder.")
                : pairs
                    .GroupBy(one => one.Name, one => one.Value)
                    .ToDictionary(cluster => cluster.Key, IReadOnlyList<string> (cluster) => [.. cluster]);
    }

    private static Dictionary<string, string> PairsOf(
        string[]? given, char between, string form, IEnumerable<string> clusters)
    {
        var pairs = (given ?? []).Select(one => Pair(one, between, form)).ToList();
        return pairs.FirstOrDefault(one => !clusters.Contains(one.Name)) is { Name: { } stranger }
            ? throw new ArgumentException($"{form.Split(' ')[0]}: {UnknownCluster(stranger, clusters)}")
            : pairs.GroupBy(one => one.Name).ToDictionary(same => same.Key, same => same.Last().Value);
    }

    private static string UnknownCluster(string name, IEnumerable<string> clusters) =>
        $"there is no cluster '{name}'; there are {string.Join(", ", clusters)}.";

    private static (string Name, string Value) Pair(string given, char between, string form) =>
        given.Split(between, 2) is [{ Length: > 0 } name, { Length: > 0 } value]
            ? (name, value)
            : throw new ArgumentException($"'{given}': write {form}");
}
