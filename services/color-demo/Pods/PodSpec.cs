namespace ColorDemo.Launcher.Pods;

/// <summary>A pod as its Deployment wants it.</summary>
/// <param name="Workload">The Deployment's name.</param>
/// <param name="Image">One of <see cref="PodImage.Known"/>.</param>
/// <param name="Environment">Complete, fields of the downward API filled in.</param>
/// <param name="Ports">Container ports by name.</param>
/// <param name="Readiness">Absent: ready as soon as it runs.</param>
internal sealed record PodSpec(
    string Name,
    string Workload,
    string Namespace,
    IReadOnlyDictionary<string, string> Labels,
    string Image,
    IReadOnlyDictionary<string, string> Environment,
    IReadOnlyDictionary<string, int> Ports,
    HttpProbe? Readiness)
{
    /// <summary>Equal for pods that need not be replaced by each other.</summary>
    public string Fingerprint { get; } = string.Join('\n',
        [Image, $"{Readiness}", .. Lines(Labels), .. Lines(Environment), .. Lines(Ports)]);

    private static IEnumerable<string> Lines<T>(IReadOnlyDictionary<string, T> values) =>
        values.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"{value.Key}={value.Value}");
}

/// <param name="Port">The name of a container port.</param>
/// <param name="FailureThreshold">Failures in a row that make a ready pod unready; Kubernetes' default is 3.</param>
internal sealed record HttpProbe(string Path, string Port, TimeSpan Period, int FailureThreshold);
