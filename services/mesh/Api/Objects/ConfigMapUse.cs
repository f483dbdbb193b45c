using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>The Deployments that could not run without a ConfigMap.</summary>
internal static class ConfigMapUse
{
    /// <returns>The first that uses it; null when none does, or the key is of something else.</returns>
    public static ObjectKey? In(IEnumerable<StoredObject> objects, ObjectKey map) =>
        map is { Group: "", Kind: "ConfigMap" }
            ? objects.FirstOrDefault(one => one.Key is { Group: "apps", Kind: "Deployment" }
                && one.Key.Namespace == map.Namespace && Needs(one.Json, map.Name))?.Key
            : null;

    private static bool Needs(JsonObject deployment, string map)
    {
        var containers = deployment.ListAt("spec.template.spec.containers").ToList();
        var whole = containers.SelectMany(one => one.ListAt("envFrom")).Select(one => one.At("configMapRef"));
        var keys = containers.SelectMany(one => one.ListAt("env")).Select(one => one.At("valueFrom.configMapKeyRef"));
        return whole.Concat(keys).Any(reference =>
            reference.TextAt("name") == map && !reference.IsTrueAt("optional"));
    }
}
