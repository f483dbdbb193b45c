using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
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

        return CheckPorts(deployment, container) ? Read(deployment, container, replicas) : null;
    }

    private DeploymentSpec Read(V1Deployment deployment, V1Container container, int replicas)
    {
        var spec = deployment.Spec;
        return new(
            replicas,
            RolloutStrategy.Of(spec.Strategy, replicas, (field, message) => Refuse(deployment, field, message)),
            TimeSpan.FromSeconds(Seconds(deployment, "spec.minReadySeconds", spec.MinReadySeconds, 0)),
            TimeSpan.FromSeconds(Seconds(deployment, "spec.progressDeadlineSeconds", spec.ProgressDeadlineSeconds, 600)),
            Template(deployment, container),
            name => EnvironmentOf(deployment, container, name));
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

    private PodSpec Template(V1Deployment deployment, V1Container container)
    {
        var template = DocumentOf(deployment).Json["spec"]!["template"]!.AsObject();
        var hash = HashOf(template, EnvironmentOf(deployment, container, deployment.Metadata.Name));
        var pod = deployment.Spec.Template;
        return new(
            deployment.Metadata.Name,
            deployment.Metadata.Name,
            deployment.Metadata.NamespaceProperty ?? "default",
            new Dictionary<string, string>(pod.Metadata?.Labels ?? new Dictionary<string, string>())
            {
                ["pod-template-hash"] = hash,
            },
            PodImage.NameOf(container.Image),
            new Dictionary<string, string>(),
            (container.Ports ?? []).ToDictionary(NameOf, port => port.ContainerPort),
            Readiness(deployment, container),
            TimeSpan.FromSeconds(Seconds(
                deployment,
                "spec.template.spec.terminationGracePeriodSeconds",
                pod.Spec.TerminationGracePeriodSeconds,
                30)),
            template,
            hash);
    }

    /// <summary>Of the template as it was written, and of the values from config maps: they count here, too.</summary>
    private static string HashOf(JsonObject template, IReadOnlyDictionary<string, string> environment)
    {
        var values = environment.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key}={one.Value}");
        var text = $"{Sorted(template)?.ToJsonString()}\n{string.Join('\n', values)}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..10];
    }

    /// <summary>The order of members says nothing.</summary>
    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject json => new JsonObject(json.OrderBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => KeyValuePair.Create(one.Key, Sorted(one.Value)))),
        JsonArray array => new JsonArray([.. array.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    private IReadOnlyDictionary<string, string> EnvironmentOf(
        V1Deployment deployment, V1Container container, string pod) =>
        new PodEnvironment(manifests, deployment, pod, node, (one, field, message) => Refuse(one, field, message))
            .Of(container);

    private long Seconds(V1Deployment deployment, string field, long? given, long standard)
    {
        if (given is < 0 or > 86_400)
        {
            Refuse(deployment, field, $"{given} is not a whole number of seconds from 0 to 86400");
        }

        return Math.Clamp(given ?? standard, 0, 86_400);
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

    private ManifestDocument DocumentOf(V1Deployment deployment) => manifests.Documents.First(one =>
        one.Kind == "Deployment"
        && one.Name == deployment.Metadata.Name
        && one.Namespace == (deployment.Metadata.NamespaceProperty ?? "default"));

    private DeploymentSpec? Refuse(V1Deployment deployment, string field, string message)
    {
        problems.Add(DocumentOf(deployment).Problem(field, message));
        return null;
    }
}
