using ColorDemo.Launcher.Pods;
using ColorDemo.Launcher.Rollouts;
using ColorDemo.Mesh.Api;

namespace ColorDemo.Launcher.Events;

/// <summary>Something that happened to an object.</summary>
/// <param name="Reason">One word that programs can compare, for example <c>Started</c>.</param>
/// <param name="Source">Who tells it, as in Kubernetes.</param>
internal sealed record ClusterEvent(ObjectKey About, string Reason, string Message, string Source)
{
    public ClusterEvent(PodSpec pod, string reason, string message)
        : this(new("", "Pod", pod.Namespace, pod.Name), reason, message, "kubelet")
    {
    }

    public ClusterEvent(DeploymentSpec deployment, string reason, string message)
        : this(new("apps", "Deployment", deployment.Namespace, deployment.Name), reason, message,
            "deployment-controller")
    {
    }

    public bool IsWarning { get; init; }

    public DateTimeOffset Time { get; init; } = DateTimeOffset.UtcNow;
}
