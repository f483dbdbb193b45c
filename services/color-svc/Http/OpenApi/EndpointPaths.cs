using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.OpenApi;

namespace ColorDemo.ColorService.Http.OpenApi;

/// <summary>The document's paths, collected from the metadata of the endpoints.</summary>
internal static class EndpointPaths
{
    /// <exception cref="InvalidOperationException">An endpoint says nothing of itself.</exception>
    public static OpenApiPaths Of(EndpointDataSource source)
    {
        var paths = new OpenApiPaths();
        foreach (var endpoint in source.Endpoints.OfType<RouteEndpoint>().Where(IsPublic))
        {
            var description = endpoint.Metadata.GetMetadata<Described>()
                ?? throw new InvalidOperationException($"{endpoint.DisplayName} has no description for OpenAPI.");
            var path = new OpenApiPathItem();
            foreach (var method in Methods(endpoint))
            {
                path.AddOperation(new(method), Describe(description, method));
            }

            paths.Add(Template(endpoint.RoutePattern), path);
        }

        return paths;
    }

    /// <summary>gRPC has its own description, which reflection tells; all of it is POST.</summary>
    private static bool IsPublic(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null && Methods(endpoint) is not ["POST"];

    private static IReadOnlyList<string> Methods(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];

    private static OpenApiOperation Describe(Described description, string method)
    {
        var operation = description.Operation();
        if (HttpMethods.IsHead(method))
        {
            operation.OperationId += "Headers";
            operation.Summary += " Answers with the headers alone.";
        }

        return operation;
    }

    private static string Template(RoutePattern route) =>
        route.RawText!.Replace("?", "", StringComparison.Ordinal); // OpenAPI knows no optional part of a path
}
