using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>The operations on a kind, as far as clients look at them.</summary>
/// <remarks>
/// kubectl leaves validation to the server when the patch of a kind takes <c>fieldValidation</c>, and offers a dry
/// run there when it takes <c>dryRun</c>.
/// </remarks>
internal static class OpenApiPaths
{
    private static readonly string[] Writing = ["dryRun", "fieldManager", "fieldValidation"];
    private static readonly string[] Patching = [.. Writing, "force"];
    private static readonly string[] Deleting = ["dryRun", "gracePeriodSeconds", "propagationPolicy"];
    private static readonly string[] Listing = ["fieldSelector", "labelSelector", "resourceVersion", "watch"];

    public static void Add(JsonObject paths, ApiGroup group, ApiResource resource, string version)
    {
        var root = $"/{group.PathOf(version)}";
        var kind = OpenApiDocument.KindOf(resource, version);
        var collection = resource.IsNamespaced
            ? $"{root}/namespaces/{{namespace}}/{resource.Plural}" : $"{root}/{resource.Plural}";
        if (resource.IsNamespaced)
        {
            paths[$"{root}/{resource.Plural}"] = Item(kind, ("get", "list", Listing));
        }

        paths[collection] = Item(kind,
            ("get", "list", Listing), ("post", "post", Writing), ("delete", "deletecollection", Deleting));
        paths[$"{collection}/{{name}}"] = Item(kind,
            ("get", "get", []), ("put", "put", Writing), ("patch", "patch", Patching), ("delete", "delete", Deleting));
        foreach (var sub in Subresource.Of(resource, version))
        {
            JsonObject taken = new() { ["group"] = sub.Group, ["kind"] = sub.Kind, ["version"] = sub.Version };
            paths[$"{collection}/{{name}}/{sub.Name}"] = sub.Verbs.Contains("patch")
                ? Item(taken, ("get", "get", []), ("put", "put", Writing), ("patch", "patch", Patching))
                : Item(taken, ("get", "get", []));
        }
    }

    private static JsonObject Item(
        JsonObject kind, params ReadOnlySpan<(string Method, string Action, string[] Parameters)> operations)
    {
        var item = new JsonObject();
        foreach (var (method, action, parameters) in operations)
        {
            item[method] = new JsonObject
            {
                ["parameters"] = new JsonArray([.. parameters.Select(Parameter)]),
                ["responses"] = new JsonObject { ["200"] = new JsonObject { ["description"] = "OK" } },
                ["x-kubernetes-action"] = action,
                ["x-kubernetes-group-version-kind"] = kind.DeepClone(),
            };
        }

        return item;
    }

    private static JsonObject Parameter(string name) => new()
    {
        ["name"] = name,
        ["in"] = "query",
        ["schema"] = new JsonObject { ["type"] = "string" },
    };
}
