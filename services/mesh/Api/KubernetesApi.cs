using System.Text.Json.Nodes;
using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Proxy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ColorDemo.Mesh.Api;

/// <summary>
/// The slice of one cluster's Kubernetes API that the grid reads: list and get, as a real API server answers.
/// </summary>
public static class KubernetesApi
{
    /// <param name="refused">
    /// Why the newest manifests are not in force, or null. Told with every answer as a warning header,
    /// which kubectl prints.
    /// </param>
    public static void MapKubernetesApi(
        this WebApplication app, string cluster, MeshState mesh, Func<string?> refused)
    {
        app.Use((context, next) =>
        {
            if (refused() is { } why)
            {
                context.Response.Headers.Warning = WarningHeader.Of(why);
            }

            return next(context);
        });
        foreach (var resource in ApiResources.All)
        {
            var root = resource.Group.Length > 0 ? $"/apis/{resource.ApiVersion}" : $"/api/{resource.ApiVersion}";
            app.MapGet($"{root}/{resource.Plural}", () => List(resource, null));
            app.MapGet($"{root}/namespaces/{{space}}/{resource.Plural}",
                (string space) => List(resource, space));
            app.MapGet($"{root}/namespaces/{{space}}/{resource.Plural}/{{name}}",
                (string space, string name) => Get(resource, space, name));
        }

        app.MapFallback((HttpContext context) => HttpMethods.IsGet(context.Request.Method)
            ? Failure(StatusCodes.Status404NotFound, "NotFound", "the server could not find the requested resource")
            : Failure(StatusCodes.Status405MethodNotAllowed, "MethodNotAllowed", "this API is read-only"));

        JsonHttpResult<JsonNode> List(ApiResource resource, string? space) => TypedResults.Json<JsonNode>(new JsonObject
        {
            ["kind"] = $"{resource.Kind}List",
            ["apiVersion"] = resource.ApiVersion,
            ["metadata"] = new JsonObject { ["resourceVersion"] = $"{mesh.Version}" },
            ["items"] = new JsonArray([.. Documents(resource, space).Select(one => Object(resource, one))]),
        });

        JsonHttpResult<JsonNode> Get(ApiResource resource, string space, string name) =>
            Documents(resource, space).FirstOrDefault(one => one.Name == name) is { } found
                ? TypedResults.Json<JsonNode>(Object(resource, found))
                : Failure(StatusCodes.Status404NotFound, "NotFound",
                    $"{resource.Plural}{(resource.Group.Length > 0 ? "." : "")}{resource.Group} \"{name}\" not found");

        IEnumerable<ManifestDocument> Documents(ApiResource resource, string? space) =>
            mesh.ManifestsOf(cluster).Documents
                .Where(one => one.Kind == resource.Kind && IsOf(resource.Group, one.ApiVersion))
                .Where(one => space is null || one.Namespace == space)
                .OrderBy(one => one.Namespace, StringComparer.Ordinal)
                .ThenBy(one => one.Name, StringComparer.Ordinal);
    }

    private static bool IsOf(string group, string apiVersion) =>
        (apiVersion.Split('/') is [var named, _] ? named : "") == group;

    private static JsonNode Object(ApiResource resource, ManifestDocument document)
    {
        var json = document.Json.DeepClone();
        json["apiVersion"] = resource.ApiVersion; // v1beta1 and v1alpha3 have the same fields, v1 is what is stored
        json["metadata"]!["namespace"] = document.Namespace;
        return json;
    }

    private static JsonHttpResult<JsonNode> Failure(int code, string reason, string message) =>
        TypedResults.Json<JsonNode>(
            new JsonObject
            {
                ["kind"] = "Status",
                ["apiVersion"] = "v1",
                ["metadata"] = new JsonObject(),
                ["status"] = "Failure",
                ["message"] = message,
                ["reason"] = reason,
                ["code"] = code,
            },
            statusCode: code);
}
