using ColorDemo.Launcher.Pods;
using ColorDemo.Launcher.Rollouts;

namespace ColorDemo.Launcher.Events;

/// <summary>What a cluster tells of its pods, in the reasons that Kubernetes uses.</summary>
internal static class PodEvents
{
    public static void Scheduled(this EventLog events, PodSpec pod, string node) =>
        events.Add(new(pod, "Scheduled", $"Successfully assigned {pod.Namespace}/{pod.Name} to {node}"));

    public static void Started(this EventLog events, PodSpec pod)
    {
        events.Add(new(pod, "Created", $"Created container {ContainerOf(pod)}"));
        events.Add(new(pod, "Started", $"Started container {ContainerOf(pod)}"));
    }

    public static void Killing(this EventLog events, PodSpec pod) =>
        events.Add(new(pod, "Killing", $"Stopping container {ContainerOf(pod)}"));

    public static void Unhealthy(this EventLog events, PodSpec pod, string why) =>
        events.Add(new(pod, "Unhealthy", $"Readiness probe failed: {why}") { IsWarning = true });

    public static void BackingOff(this EventLog events, PodSpec pod) => events.Add(
        new(pod, "BackOff", $"Back-off restarting failed container {ContainerOf(pod)}") { IsWarning = true });

    public static void Scaled(this EventLog events, DeploymentSpec deployment, string hash, int before, int after) =>
        events.Add(new(deployment, "ScalingReplicaSet",
            $"Scaled {(after > before ? "up" : "down")} pods of template {hash} from {before} to {after}"));

    private static string ContainerOf(PodSpec pod) => (string)pod.Template["spec"]!["containers"]![0]!["name"]!;
}
