using System.Text.Json.Nodes;
using k8s.Models;

namespace ColorDemo.Mesh.Api;

/// <summary>OpenAPI v3 of one group and version: what its kinds look like, and what may be done with them.</summary>
internal static class OpenApiDocument
{
    /// <summary>Clients may keep a document under it for good, so it tells apart whatever it is made of.</summary>
    private static readonly string Hash = string.Join('-',
        typeof(OpenApiDocument).Module.ModuleVersionId.ToString("N"),
        typeof(V1Pod).Module.ModuleVersionId.ToString("N"),
        KubernetesDescriptions.AreThere ? "described" : "bare");

    /// <summary>Of <c>/openapi/v3</c>: where to find the others.</summary>
    public static JsonObject Index()
    {
        var paths = new JsonObject();
        foreach (var group in ApiGroup.All)
        {
            foreach (var path in group.Versions.Select(group.PathOf))
            {
                paths[path] = new JsonObject { ["serverRelativeURL"] = $"/openapi/v3/{path}?hash={Hash}" };
            }
        }

        return new() { ["paths"] = paths };
    }

    public static JsonObject Of(ApiGroup group, string version)
    {
        var schemas = new KubernetesSchemas(group);
        var paths = new JsonObject();
        foreach (var resource in group.ResourcesOf(version))
        {
            AddSchema(schemas, resource, version);
            OpenApiPaths.Add(paths, group, resource, version);
        }

        return new()
        {
            ["openapi"] = "3.0.0",
            ["info"] = new JsonObject { ["title"] = "Kubernetes", ["version"] = "v1.32.0" },
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = schemas.Json },
        };
    }

    private static void AddSchema(KubernetesSchemas schemas, ApiResource resource, string version)
    {
        string name;
        if (resource.Model is { } model)
        {
            name = schemas.Add(model);
        }
        else
        {
            name = $"{string.Join('.', resource.Group.Split('.').Reverse())}.{version}.{resource.Kind}";
            schemas.Json[name] = CustomSchema.Of(resource, version, schemas.ReferenceTo(typeof(V1ObjectMeta)));
        }

        schemas.Json[name]!["x-kubernetes-group-version-kind"] = new JsonArray(KindOf(resource, version));
    }

    public static JsonObject KindOf(ApiResource resource, string version) => new()
    {
        ["group"] = resource.Group,
        ["kind"] = resource.Kind,
        ["version"] = version,
    };
}
