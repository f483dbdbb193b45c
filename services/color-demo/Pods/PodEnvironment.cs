using ColorDemo.Mesh.Istio;
using k8s.Models;

namespace ColorDemo.Launcher.Pods;

/// <summary>The environment variables of one pod's container, from values, config maps and the pod's fields.</summary>
internal sealed class PodEnvironment(
    ManifestSet manifests, V1Deployment deployment, string pod, string node,
    Action<string, string> refuse)
{
    private const string Container = "spec.template.spec.containers[0]";
    private const string LabelStart = "metadata.labels['";

    /// <summary>Variables that begin so could load somebody's code, or listen beyond this machine.</summary>
    private static readonly string[] Steering =
        ["LD_", "DYLD_", "DOTNET_", "COMPlus_", "CORECLR_", "ASPNETCORE_", "Kestrel"];

    private string Namespace => deployment.Metadata.NamespaceProperty ?? "default";

    /// <remarks><c>env</c> wins over <c>envFrom</c>, a later entry over an earlier one, as in Kubernetes.</remarks>
    public IReadOnlyDictionary<string, string> Of(V1Container container)
    {
        Dictionary<string, string> values = [];
        foreach (var (source, index) in (container.EnvFrom ?? []).Select((source, index) => (source, index)))
        {
            foreach (var (key, value) in MapOf(source, $"{Container}.envFrom[{index}]"))
            {
                values[$"{source.Prefix}{key}"] = value;
            }
        }

        foreach (var (variable, index) in (container.Env ?? []).Select((variable, index) => (variable, index)))
        {
            values[variable.Name ?? ""] = ValueOf(variable, $"{Container}.env[{index}]");
        }

        foreach (var (name, value) in values)
        {
            if (!CanBeSet(name, value))
            {
                refuse($"{Container}.env", $"'{name}' cannot be an environment variable with this value");
            }
            else if (Steering.Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase)))
            {
                refuse($"{Container}.env",
                    $"'{name}' is not taken here: pods are processes of this machine, and it steers the runtime, or "
                    + "opens other ports");
            }
        }

        return values;
    }

    private static bool CanBeSet(string name, string? value) =>
        name.Length > 0 && !name.Contains('=') && !name.Contains('\0') && value?.Contains('\0') is false;

    private IDictionary<string, string> MapOf(V1EnvFromSource source, string field)
    {
        if (source.ConfigMapRef is { } reference)
        {
            return ConfigMap(reference.Name, reference.Optional, $"{field}.configMapRef.name");
        }

        refuse(field, "only configMapRef is read here");
        return new Dictionary<string, string>();
    }

    private IDictionary<string, string> ConfigMap(string name, bool? isOptional, string field)
    {
        var map = manifests.ConfigMaps.FirstOrDefault(one =>
            one.Metadata.Name == name && (one.Metadata.NamespaceProperty ?? "default") == Namespace);
        if (map is null && isOptional is not true)
        {
            refuse(field, $"there is no ConfigMap {Namespace}/{name}");
        }

        return map?.Data ?? new Dictionary<string, string>();
    }

    private string ValueOf(V1EnvVar variable, string field) => variable.ValueFrom switch
    {
        null => variable.Value ?? "",
        { FieldRef.FieldPath: { } path } => Field(path, $"{field}.valueFrom.fieldRef.fieldPath"),
        { ConfigMapKeyRef: { } key } => Key(key, $"{field}.valueFrom.configMapKeyRef"),
        _ => Refuse($"{field}.valueFrom", "only fieldRef and configMapKeyRef are read here"),
    };

    private string Key(V1ConfigMapKeySelector key, string field)
    {
        if (ConfigMap(key.Name, key.Optional, $"{field}.name").TryGetValue(key.Key ?? "", out var value))
        {
            return value;
        }

        return key.Optional is true
            ? ""
            : Refuse($"{field}.key", $"ConfigMap {Namespace}/{key.Name} has no '{key.Key}'");
    }

    private string Field(string path, string field) => path switch
    {
        "metadata.name" => pod,
        "metadata.namespace" => Namespace,
        "spec.nodeName" => node,
        "status.podIP" or "status.hostIP" => "127.0.0.1",
        _ when IsLabel(path) =>
            deployment.Spec.Template.Metadata?.Labels?.TryGetValue(path[LabelStart.Length..^2], out var label) is true
                ? label
                : "",
        _ => Refuse(field, $"'{path}' is not known here"),
    };

    private static bool IsLabel(string path) =>
        path.Length > LabelStart.Length + 2
        && path.StartsWith(LabelStart, StringComparison.Ordinal)
        && path.EndsWith("']", StringComparison.Ordinal);

    private string Refuse(string field, string message)
    {
        refuse(field, message);
        return "";
    }
}
