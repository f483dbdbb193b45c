using k8s.Models;

namespace ColorDemo.Mesh.Api;

/// <summary>How strategic merge patches treat fields that are not simply merged or replaced.</summary>
/// <remarks>
/// Source: <c>patchStrategy</c> and <c>patchMergeKey</c> of Kubernetes 1.32's API, which its OpenAPI document tells as
/// <c>x-kubernetes-patch-strategy</c> and <c>x-kubernetes-patch-merge-key</c>.
/// </remarks>
internal static class MergeKeys
{
    private const string Merge = "merge";
    private const string RetainKeys = "retainKeys";
    private const string MergeAndRetainKeys = $"{Merge},{RetainKeys}";

    public static IReadOnlyDictionary<(Type Model, string Field), (string Strategy, string? Key)> All { get; } =
        new Dictionary<(Type, string), (string, string?)>
        {
            [(typeof(V1ObjectMeta), "finalizers")] = (Merge, null),
            [(typeof(V1ObjectMeta), "ownerReferences")] = (Merge, "uid"),

            [(typeof(V1PodSpec), "containers")] = (Merge, "name"),
            [(typeof(V1PodSpec), "ephemeralContainers")] = (Merge, "name"),
            [(typeof(V1PodSpec), "hostAliases")] = (Merge, "ip"),
            [(typeof(V1PodSpec), "imagePullSecrets")] = (Merge, "name"),
            [(typeof(V1PodSpec), "initContainers")] = (Merge, "name"),
            [(typeof(V1PodSpec), "resourceClaims")] = (MergeAndRetainKeys, "name"),
            [(typeof(V1PodSpec), "schedulingGates")] = (Merge, "name"),
            [(typeof(V1PodSpec), "topologySpreadConstraints")] = (Merge, "topologyKey"),
            [(typeof(V1PodSpec), "volumes")] = (MergeAndRetainKeys, "name"),

            [(typeof(V1Container), "env")] = (Merge, "name"),
            [(typeof(V1Container), "ports")] = (Merge, "containerPort"),
            [(typeof(V1Container), "volumeDevices")] = (Merge, "devicePath"),
            [(typeof(V1Container), "volumeMounts")] = (Merge, "mountPath"),
            [(typeof(V1EphemeralContainer), "env")] = (Merge, "name"),
            [(typeof(V1EphemeralContainer), "ports")] = (Merge, "containerPort"),
            [(typeof(V1EphemeralContainer), "volumeDevices")] = (Merge, "devicePath"),
            [(typeof(V1EphemeralContainer), "volumeMounts")] = (Merge, "mountPath"),

            [(typeof(V1PodStatus), "conditions")] = (Merge, "type"),
            [(typeof(V1PodStatus), "hostIPs")] = (Merge, "ip"),
            [(typeof(V1PodStatus), "podIPs")] = (Merge, "ip"),
            [(typeof(V1PodStatus), "resourceClaimStatuses")] = (MergeAndRetainKeys, "name"),
            [(typeof(V1ContainerStatus), "allocatedResourcesStatus")] = (Merge, "name"),
            [(typeof(V1ContainerStatus), "volumeMounts")] = (Merge, "mountPath"),

            [(typeof(V1DeploymentSpec), "strategy")] = (RetainKeys, null),
            [(typeof(V1DeploymentStatus), "conditions")] = (Merge, "type"),
            [(typeof(V1NamespaceStatus), "conditions")] = (Merge, "type"),
            [(typeof(V1ServiceAccount), "secrets")] = (Merge, "name"),
            [(typeof(V1ServiceSpec), "ports")] = (Merge, "port"),
            [(typeof(V1ServiceStatus), "conditions")] = (Merge, "type"),
        };

    /// <summary>The field that tells the items of a list apart, for example <c>name</c>.</summary>
    /// <param name="model">Of the official client, for example <see cref="V1PodSpec"/>.</param>
    /// <param name="field">In JSON, for example <c>containers</c>.</param>
    /// <returns>Null for all that is not a list of objects which is merged.</returns>
    public static string? Of(Type model, string field) => All.GetValueOrDefault((model, field)).Key;

    /// <returns>merge, retainKeys, both with a comma, or null where Kubernetes says nothing.</returns>
    public static string? StrategyOf(Type model, string field) => All.GetValueOrDefault((model, field)).Strategy;

    /// <summary>Whether a list of that name is merged; all others are replaced whole.</summary>
    public static bool IsMerged(Type model, string field) => StrategyOf(model, field) is Merge or MergeAndRetainKeys;
}
