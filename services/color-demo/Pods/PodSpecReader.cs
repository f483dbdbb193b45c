using ColorDemo.Launcher.Rollouts;
using ColorDemo.Mesh.Istio;
using k8s.Models;

namespace ColorDemo.Launcher.Pods;

/// <summary>Reads what a cluster's Deployments want, and refuses what cannot run here.</summary>
internal sealed class PodSpecReader(ManifestSet manifests, string node, List<ManifestProblem> problems)
{
    private const string Container = "spec.template.spec.containers[0]";

    /// <summary>Each one is a process here.</summary>
    private const int MostReplicas = 20;

    /// <param name="node">What pods are told of where they run.</param>
    /// <exception cref="ManifestException">A Deployment wants what cannot be had on this machine.</exception>
    public static IReadOnlyList<DeploymentSpec> Read(ManifestSet manifests, string node = "")
    {
        List<ManifestProblem> problems = [];
        var reader = new PodSpecReader(manifests, node, problems);
        List<DeploymentSpec> deployments = [.. manifests.Deployments.Select(reader.Read).OfType<DeploymentSpec>()];
        return problems.Count == 0 ? deployments : throw new ManifestException(problems);
    }

    private DeploymentSpec? Read(V1Deployment deployment)
    {
        if (deployment.Spec?.Template?.Spec?.Containers is not [var container])
        {
            return Refuse(deployment, "spec.template.spec.containers", "a pod here runs exactly one container");
        }

        if (!PodImage.Known.Contains(PodImage.NameOf(container.Image ?? "")))
        {
            return Refuse(deployment, $"{Container}.image",
                $"'{container.Image}' does not run here; known are {string.Join(", ", PodImage.Known)}");
        }

        var replicas = deployment.Spec.Replicas ?? 1;
        if (replicas is < 0 or > MostReplicas)
        {
            return Refuse(deployment, "spec.replicas", $"{replicas} is not a whole number from 0 to {MostReplicas}");
        }

        return new PodTemplateReader(manifests, deployment, node, problems).Read(container) is { } template
            ? Read(deployment, template, replicas)
            : null;
    }

    private DeploymentSpec Read(V1Deployment deployment, PodTemplate template, int replicas)
    {
        var spec = deployment.Spec;
        return new(
            replicas,
            spec.Paused is true,
            RolloutStrategy.Of(spec.Strategy, replicas, (field, message) => Refuse(deployment, field, message)),
            Seconds("minReadySeconds", spec.MinReadySeconds, 0),
            Seconds("progressDeadlineSeconds", spec.ProgressDeadlineSeconds, 600),
            template.Pod,
            template.EnvironmentOf);

        TimeSpan Seconds(string field, int? given, int standard)
        {
            if (given is < 0 or > 86_400)
            {
                Refuse(deployment, $"spec.{field}", $"{given} is not a whole number of seconds from 0 to 86400");
            }

            return TimeSpan.FromSeconds(given ?? standard);
        }
    }

    private DeploymentSpec? Refuse(V1Deployment deployment, string field, string message)
    {
        problems.Add(manifests.DocumentOf(deployment).Problem(field, message));
        return null;
    }
}
