using ColorDemo.Launcher.Pods;
using ColorDemo.Mesh.Api;
using k8s.Models;

namespace ColorDemo.Launcher.Objects;

/// <summary>A Service and the pods that it selects.</summary>
internal sealed record ServicePods(V1Service Service, IReadOnlyList<RunningPod> Pods)
{
    public string Name => Service.Metadata.Name;

    public string Namespace => Service.Metadata.NamespaceProperty ?? "default";

    /// <summary>Of the Services that select any; the others' endpoints are made by hand.</summary>
    public static IEnumerable<ServicePods> Of(IEnumerable<V1Service> services, IReadOnlyList<RunningPod> pods) =>
        services.Where(one => one.Spec?.Selector is { Count: > 0 }).Select(one => new ServicePods(one,
        [
            .. pods.Where(pod => pod.State.Running is not null
                && pod.Spec.Namespace == (one.Metadata.NamespaceProperty ?? "default")
                && one.Spec.Selector.All(label => pod.Spec.Labels.GetValueOrDefault(label.Key) == label.Value)),
        ]));

    /// <summary>The Service's ports as one pod opens them, each with the number that it has on this machine.</summary>
    public IEnumerable<(V1ServicePort Port, int Number)> PortsOf(RunningPod pod) =>
        from port in Service.Spec.Ports ?? []
        let target = port.TargetPort?.Value ?? $"{port.Port}"
        let name = pod.Spec.Ports.Numbers.FirstOrDefault(one => one.Key == target || $"{one.Value}" == target).Key
        where name is not null && pod.State.Addresses.ContainsKey(name)
        select (port, int.Parse(pod.State.Addresses[name].Split(':')[^1], null));
}

/// <summary>A pod that has not ended yet.</summary>
/// <param name="Grace">How long it may take to end, once it was told to.</param>
internal sealed record RunningPod(PodSpec Spec, PodState State, TimeSpan Grace)
{
    public ObjectKey Key => PodObject.KeyOf(Spec);

    public bool GetsTraffic => State is { IsReady: true, IsEnding: false, Running: not null };
}
