using System.Text.Json.Nodes;

namespace ColorDemo.Launcher.Pods;

/// <summary>A pod as its Deployment wants it.</summary>
/// <param name="Workload">The Deployment's name.</param>
/// <param name="Labels">Of the template, with <c>pod-template-hash</c>.</param>
/// <param name="Image">One of <see cref="PodImage.Known"/>.</param>
/// <param name="Environment">Complete, fields of the downward API filled in.</param>
/// <param name="Ports">Complete: those that the container declares, and where it listens all the same.</param>
/// <param name="Readiness">Absent: ready as soon as it runs.</param>
/// <param name="Grace">How long it may take to end by itself; Kubernetes' default is 30 s.</param>
/// <param name="Template">The Deployment's <c>spec.template</c> as it was written.</param>
/// <param name="TemplateHash">Equal for pods that need not be replaced by each other.</param>
internal sealed record PodSpec(
    string Name,
    string Workload,
    string Namespace,
    IReadOnlyDictionary<string, string> Labels,
    string Image,
    IReadOnlyDictionary<string, string> Environment,
    PodPorts Ports,
    HttpProbe? Readiness,
    TimeSpan Grace,
    JsonObject Template,
    string TemplateHash);

/// <param name="Port">The name of a container port.</param>
/// <param name="FailureThreshold">Failures in a row that make a ready pod unready; Kubernetes' default is 3.</param>
internal sealed record HttpProbe(string Path, string Port, TimeSpan Period, int FailureThreshold)
{
    /// <summary>How long a pod that has started is left alone.</summary>
    public TimeSpan InitialDelay { get; init; }

    /// <summary>For the whole answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(1);
}
