using ColorDemo.Mesh.Istio;
using k8s.Models;

namespace ColorDemo.Launcher;

/// <summary>Works out the pods that a cluster's Deployments want, as Kubernetes' controllers would.</summary>
internal sealed class PodSpecReader(ManifestSet manifests, List<ManifestProblem> problems)
{
    /// <exception cref="ManifestException">A Deployment wants what cannot be had on this machine.</exception>
    public static IReadOnlyList<PodSpec> Read(ManifestSet manifests)
    {
        List<ManifestProblem> problems = [];
        var reader = new PodSpecReader(manifests, problems);
        List<PodSpec> pods = [.. manifests.Deployments.SelectMany(reader.PodsOf)];
        return problems.Count == 0 ? pods : throw new ManifestException(problems);
    }

    private IEnumerable<PodSpec> PodsOf(V1Deployment deployment)
    {
        if (deployment.Spec?.Template?.Spec?.Containers is not [var container])
        {
            Refuse(deployment, "spec.template.spec.containers", "a pod here runs exactly one container");
            return [];
        }

        if (!PodImage.Known.Contains(PodImage.NameOf(container.Image ?? "")))
        {
            Refuse(deployment, "spec.template.spec.containers[0].image",
                $"'{container.Image}' does not run here; known are {string.Join(", ", PodImage.Known)}");
            return [];
        }

        return Enumerable.Range(0, deployment.Spec.Replicas ?? 1).Select(index => Pod(deployment, container, index));
    }

    private PodSpec Pod(V1Deployment deployment, V1Container container, int index)
    {
        var name = $"{deployment.Metadata.Name}-{index}";
        var labels = deployment.Spec.Template.Metadata?.Labels ?? new Dictionary<string, string>();
        return new(
            name,
            deployment.Metadata.NamespaceProperty ?? "default",
            labels.AsReadOnly(),
            PodImage.NameOf(container.Image),
            new PodEnvironment(manifests, deployment, name, Refuse).Of(container),
            (container.Ports ?? []).ToDictionary(
                port => port.Name ?? $"{port.ContainerPort}",
                port => port.ContainerPort),
            Readiness(deployment, container));
    }

    private HttpProbe? Readiness(V1Deployment deployment, V1Container container)
    {
        if (container.ReadinessProbe is not { } probe)
        {
            return null;
        }

        var port = container.Ports?.FirstOrDefault(one =>
            probe.HttpGet?.Port?.Value is { } wanted && (one.Name == wanted || $"{one.ContainerPort}" == wanted));
        if (port is null)
        {
            Refuse(deployment, "spec.template.spec.containers[0].readinessProbe",
                "only httpGet on one of the container's ports is probed here");
            return null;
        }

        return new(probe.HttpGet!.Path ?? "/", port.Name ?? $"{port.ContainerPort}",
            TimeSpan.FromSeconds(probe.PeriodSeconds ?? 10), probe.FailureThreshold ?? 3);
    }

    private void Refuse(V1Deployment deployment, string field, string message)
    {
        var document = manifests.Documents.First(one => one.Kind == "Deployment"
            && one.Name == deployment.Metadata.Name
            && one.Namespace == (deployment.Metadata.NamespaceProperty ?? "default"));
        problems.Add(new(document.File, document.LineOf(field), field, message));
    }
}
