using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>The operations on a kind, as far as clients look at them.</summary>
/// <remarks>
/// kubectl leaves validation to the server when the patch of a kind takes <c>fieldValidation</c>, offers a dry run
/// there when it takes <c>dryRun</c>, and computes strategic merge patches from here when these are taken.
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

        JsonObject Item(JsonObject of, params ReadOnlySpan<(string Method, string Action, string[] Parameters)> all)
        {
            var item = new JsonObject();
            foreach (var (method, action, parameters) in all)
            {
                var operation = Operation(of, action, parameters);
                item[method] = operation;
                if (method == "patch") // kubectl looks at any one that takes the kind, so at /status, too
                {
                    operation["requestBody"] = new JsonObject { ["content"] = PatchesOf(resource) };
                }
            }

            return item;
        }
    }

    /// <summary>Only kinds of Kubernetes' own take strategic merge patches.</summary>
    private static JsonObject PatchesOf(ApiResource resource)
    {
        var types = new JsonObject
        {
            ["application/json-patch+json"] = new JsonObject(),
            ["application/merge-patch+json"] = new JsonObject(),
        };
        if (resource.Model is not null)
        {
            types["application/strategic-merge-patch+json"] = new JsonObject();
        }

        return types;
    }

    private static JsonObject Operation(JsonObject kind, string action, string[] parameters) => new()
    {
        ["parameters"] = new JsonArray([.. parameters.Select(Parameter)]),
        ["responses"] = new JsonObject { ["200"] = new JsonObject { ["description"] = "OK" } },
        ["x-kubernetes-action"] = action,
        ["x-kubernetes-group-version-kind"] = kind.DeepClone(),
    };

    private static JsonObject Parameter(string name) => new()
    {
        ["name"] = name,
        ["in"] = "query",
        ["schema"] = new JsonObject { ["type"] = "string" },
    };
}
