using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ColorDemo.Mesh.Istio;
using k8s.Models;

namespace ColorDemo.Launcher.Pods;

/// <param name="Pod">But for its name and what follows from that.</param>
/// <param name="EnvironmentOf">What a pod with a certain name finds in its environment.</param>
internal sealed record PodTemplate(PodSpec Pod, Func<string, IReadOnlyDictionary<string, string>> EnvironmentOf);

/// <summary>Reads the pods that one Deployment wants; they differ only by name.</summary>
internal sealed class PodTemplateReader(
    ManifestSet manifests, V1Deployment deployment, string node, List<ManifestProblem> problems)
{
    private const string Container = "spec.template.spec.containers[0]";

    /// <returns>Null when the pods cannot be had, which is told.</returns>
    public PodTemplate? Read(V1Container container)
    {
        var told = problems.Count;
        PodPorts.Check(container.Ports ?? [], (field, message) => Refuse($"{Container}.{field}", message));
        if (problems.Count > told)
        {
            return null;
        }

        var name = deployment.Metadata.Name;
        var pod = deployment.Spec.Template;
        var template = manifests.DocumentOf(deployment).Json["spec"]!["template"]!.AsObject();
        var (image, environment) = (PodImage.NameOf(container.Image), EnvironmentOf(container, name));
        var hash = HashOf(template, environment);
        return new(
            new(
                name,
                name,
                deployment.Metadata.NamespaceProperty ?? "default",
                new Dictionary<string, string>(pod.Metadata?.Labels ?? new Dictionary<string, string>())
                {
                    ["pod-template-hash"] = hash,
                },
                image,
                new Dictionary<string, string>(),
                PodPorts.Of(image, container.Ports ?? [], environment),
                Readiness(container),
                Grace(pod.Spec.TerminationGracePeriodSeconds),
                template,
                hash),
            one => EnvironmentOf(container, one));
    }

    /// <summary>Of the template as it was written, and of the values from config maps: they count here, too.</summary>
    private static string HashOf(JsonObject template, IReadOnlyDictionary<string, string> environment)
    {
        var values = environment.OrderBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => $"{one.Key}={one.Value}");
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

    private IReadOnlyDictionary<string, string> EnvironmentOf(V1Container container, string pod) =>
        new PodEnvironment(manifests, deployment, pod, node, Refuse).Of(container);

    private HttpProbe? Readiness(V1Container container)
    {
        if (container.ReadinessProbe is not { } probe)
        {
            return null;
        }

        var port = container.Ports?.FirstOrDefault(one =>
            probe.HttpGet?.Port?.Value is { } wanted && (one.Name == wanted || $"{one.ContainerPort}" == wanted));
        if (port is null)
        {
            Refuse($"{Container}.readinessProbe",
                "only httpGet on one of the container's ports is probed here");
            return null;
        }

        if (probe.HttpGet is not { Scheme: null or "" or "HTTP", Host: null or "", HttpHeaders: null or { Count: 0 } })
        {
            Refuse($"{Container}.readinessProbe.httpGet",
                "scheme HTTPS, host and httpHeaders are not probed here; leave them out");
            return null;
        }

        var path = probe.HttpGet.Path ?? "/";
        var period = probe.PeriodSeconds ?? 10;
        if (!Uri.IsWellFormedUriString(path, UriKind.Relative) || !path.StartsWith('/') || period is < 1 or > 3600)
        {
            Refuse($"{Container}.readinessProbe",
                "the path starts with a slash, and periodSeconds is a whole number from 1 to 3600");
            return null;
        }

        if (probe.TimeoutSeconds is < 1 or > 3600 || probe.InitialDelaySeconds is < 0 or > 3600)
        {
            Refuse($"{Container}.readinessProbe",
                "timeoutSeconds is a whole number from 1 to 3600, and initialDelaySeconds from 0 to 3600");
            return null;
        }

        return new(path, PodPorts.NameOf(port), TimeSpan.FromSeconds(period), probe.FailureThreshold ?? 3)
        {
            InitialDelay = TimeSpan.FromSeconds(probe.InitialDelaySeconds ?? 0),
            Timeout = TimeSpan.FromSeconds(probe.TimeoutSeconds ?? 1),
        };
    }

    private TimeSpan Grace(long? seconds)
    {
        if (seconds is < 0 or > 86_400)
        {
            Refuse("spec.template.spec.terminationGracePeriodSeconds",
                $"{seconds} is not a whole number of seconds from 0 to 86400");
        }

        return TimeSpan.FromSeconds(Math.Clamp(seconds ?? 30, 0, 86_400));
    }

    private void Refuse(string field, string message) =>
        problems.Add(manifests.DocumentOf(deployment).Problem(field, message));
}
