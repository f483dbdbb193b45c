using ColorDemo.Launcher.Pods;

namespace ColorDemo.Launcher.Rollouts;

/// <summary>A Deployment, as far as it is obeyed here.</summary>
/// <param name="IsPaused">Its template is not looked at until it is resumed; its replicas are.</param>
/// <param name="Template">Every pod, but for its name and what follows from that.</param>
/// <param name="EnvironmentOf">What a pod with a certain name finds in its environment.</param>
/// <param name="MinReady">How long a pod has to be ready before it counts as available.</param>
/// <param name="Deadline">A rollout that gets no further for this long is told as stuck.</param>
internal sealed record DeploymentSpec(
    int Replicas,
    bool IsPaused,
    RolloutStrategy Strategy,
    TimeSpan MinReady,
    TimeSpan Deadline,
    PodSpec Template,
    Func<string, IReadOnlyDictionary<string, string>> EnvironmentOf)
{
    public string Name => Template.Workload;

    public string Namespace => Template.Namespace;

    /// <remarks>
    /// Kubernetes draws letters: <c>color-svc-v1-6d5f7c9b4-x2x9k</c>. A number can be read from the last row of a
    /// lecture hall, and said aloud.
    /// </remarks>
    public PodSpec PodOf(int number)
    {
        var name = $"{Name}-{number}";
        return Template with { Name = name, Environment = EnvironmentOf(name) };
    }
}
