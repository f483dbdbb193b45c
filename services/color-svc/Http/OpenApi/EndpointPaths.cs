using Microsoft.OpenApi;

namespace ColorDemo.ColorService.Http.OpenApi;

/// <summary>The document's paths, collected from the metadata of the endpoints.</summary>
internal static class EndpointPaths
{
    /// <exception cref="InvalidOperationException">An endpoint says nothing of itself.</exception>
    public static OpenApiPaths Of(IEnumerable<Endpoint> endpoints)
    {
        var paths = new OpenApiPaths();
        foreach (var endpoint in endpoints.OfType<RouteEndpoint>().Where(IsPublic))
        {
            var describe = endpoint.Metadata.GetMetadata<Func<OpenApiOperation>>()
                ?? throw new InvalidOperationException($"{endpoint.DisplayName} has no description for OpenAPI.");
            paths.Add(Template(endpoint), Read(describe));
        }

        return paths;
    }

    public static OpenApiPathItem Read(Func<OpenApiOperation> describe)
    {
        var head = describe();
        head.OperationId += "Headers";
        head.Summary += " Answers with the headers alone.";
        return new() { Operations = new() { [HttpMethod.Get] = describe(), [HttpMethod.Head] = head } };
    }

    /// <summary>gRPC has its own description, which reflection tells; all of it is POST.</summary>
    private static bool IsPublic(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null
        && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is not ["POST"];

    private static string Template(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText!.Replace("?", "", StringComparison.Ordinal); // OpenAPI has no optional part
}
