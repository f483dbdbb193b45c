namespace ColorDemo.Mesh.Api;

/// <summary>What is served under the path of an object, for example <c>/status</c>.</summary>
/// <param name="Group">Of the kind that it takes and answers with, like <paramref name="Version"/>.</param>
internal sealed record Subresource(
    string Name, string Group, string Version, string Kind, IReadOnlyList<string> Verbs)
{
    private static readonly string[] Read = ["get"];
    private static readonly string[] ReadAndWrite = ["get", "patch", "update"];

    public static IEnumerable<Subresource> Of(ApiResource resource, string version)
    {
        if (resource is { Group: "", Kind: "Pod" })
        {
            yield return new("log", resource.Group, version, resource.Kind, Read);
        }

        if (resource.HasScale)
        {
            yield return new("scale", "autoscaling", "v1", "Scale", ReadAndWrite);
        }

        if (resource.HasStatus)
        {
            yield return new("status", resource.Group, version, resource.Kind, ReadAndWrite);
        }
    }
}
