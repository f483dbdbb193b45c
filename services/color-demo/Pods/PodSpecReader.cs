using ColorDemo.Mesh.Istio;
using k8s.Models;

namespace ColorDemo.Launcher.Pods;

/// <summary>Works out the pods that a cluster's Deployments want, as Kubernetes' controllers would.</summary>
internal sealed class PodSpecReader(ManifestSet manifests, List<ManifestProblem> problems)
{
    private const string Container = "spec.template.spec.containers[0]";

    /// <summary>Each one is a process here.</summary>
    private const int MostReplicas = 20;

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
            Refuse(deployment, $"{Container}.image",
                $"'{container.Image}' does not run here; known are {string.Join(", ", PodImage.Known)}");
            return [];
        }

        var replicas = deployment.Spec.Replicas ?? 1;
        if (replicas is < 0 or > MostReplicas)
        {
            Refuse(deployment, "spec.replicas", $"{replicas} is not a whole number from 0 to {MostReplicas}");
            return [];
        }

        return CheckPorts(deployment, container)
            ? [.. Enumerable.Range(0, replicas).Select(index => Pod(deployment, container, index))]
            : [];
    }

    private bool CheckPorts(V1Deployment deployment, V1Container container)
    {
        var names = (container.Ports ?? []).Select(NameOf).ToList();
        if (names.Distinct().Count() == names.Count)
        {
            return true;
        }

        Refuse(deployment, $"{Container}.ports", "two ports have the same name, or the same number and no name");
        return false;
    }

    private PodSpec Pod(V1Deployment deployment, V1Container container, int index)
    {
        var name = $"{deployment.Metadata.Name}-{index}";
        var labels = deployment.Spec.Template.Metadata?.Labels ?? new Dictionary<string, string>();
        return new(
            name,
            deployment.Metadata.Name,
            deployment.Metadata.NamespaceProperty ?? "default",
            labels.AsReadOnly(),
            PodImage.NameOf(container.Image),
            new PodEnvironment(manifests, deployment, name, Refuse).Of(container),
            (container.Ports ?? []).ToDictionary(NameOf, port => port.ContainerPort),
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
            Refuse(deployment, $"{Container}.readinessProbe",
                "only httpGet on one of the container's ports is probed here");
            return null;
        }

        var path = probe.HttpGet!.Path ?? "/";
        var period = probe.PeriodSeconds ?? 10;
        if (!Uri.IsWellFormedUriString(path, UriKind.Relative) || !path.StartsWith('/') || period is < 1 or > 3600)
        {
            Refuse(deployment, $"{Container}.readinessProbe",
                "the path starts with a slash, and periodSeconds is a whole number from 1 to 3600");
            return null;
        }

        return new(path, NameOf(port), TimeSpan.FromSeconds(period), probe.FailureThreshold ?? 3);
    }

    private static string NameOf(V1ContainerPort port) => port.Name ?? $"{port.ContainerPort}";

    private void Refuse(V1Deployment deployment, string field, string message)
    {
        var document = manifests.Documents.First(one => one.Kind == "Deployment"
            && one.Name == deployment.Metadata.Name
            && one.Namespace == (deployment.Metadata.NamespaceProperty ?? "default"));
        problems.Add(document.Problem(field, message));
    }
}
