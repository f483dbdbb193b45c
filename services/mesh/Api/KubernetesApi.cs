using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ColorDemo.Mesh.Api;

/// <summary>
/// The slice of one cluster's Kubernetes API that the grid reads: list and get, as a real API server answers.
/// </summary>
public static class KubernetesApi
{
    public static void MapKubernetesApi(
        this WebApplication app, ClusterApi api)
    {
        app.Use((context, next) =>
        {
            if (api.Refused() is { } why)
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
            ["metadata"] = new JsonObject { ["resourceVersion"] = $"{api.Store.StateOf(api.Cluster).Version}" },
            ["items"] = new JsonArray([.. Documents(resource, space).Select(one => one.Json.DeepClone())]),
        });

        JsonHttpResult<JsonNode> Get(ApiResource resource, string space, string name) =>
            Documents(resource, space).FirstOrDefault(one => one.Key.Name == name) is { } found
                ? TypedResults.Json<JsonNode>(found.Json.DeepClone())
                : Failure(StatusCodes.Status404NotFound, "NotFound",
                    $"{resource.Plural}{(resource.Group.Length > 0 ? "." : "")}{resource.Group} \"{name}\" not found");

        IEnumerable<StoredObject> Documents(ApiResource resource, string? space) =>
            api.Store.StateOf(api.Cluster).List(resource.Group, resource.Kind, space ?? "");
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
