using k8s.Models;

namespace ColorDemo.Mesh.Api;

/// <summary>By which field the items of a list are told apart when two lists become one.</summary>
/// <remarks>Source: Kubernetes, strategic merge patch.</remarks>
internal static class MergeKeys
{
    private static readonly Dictionary<(Type, string), string> Keys = new()
    {
        [(typeof(V1PodSpec), "containers")] = "name",
        [(typeof(V1PodSpec), "initContainers")] = "name",
        [(typeof(V1PodSpec), "volumes")] = "name",
        [(typeof(V1Container), "env")] = "name",
        [(typeof(V1Container), "ports")] = "containerPort",
        [(typeof(V1Container), "volumeMounts")] = "mountPath",
        [(typeof(V1ServiceSpec), "ports")] = "port",
    };

    /// <returns>Null when the newer list takes the place of the older one.</returns>
    public static string? Of(Type model, string jsonFieldName) => Keys.GetValueOrDefault((model, jsonFieldName));
}
