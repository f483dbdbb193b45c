using System.Collections.Frozen;

namespace ColorDemo.ColorService.Http;

/// <summary>
/// Looks up a path that stands in a route word for word, such as <c>/random</c>. Routing would come to the same, see
/// <see cref="ExactLiterals"/>, after weighing all candidates; it still does for the paths that this does not know.
/// </summary>
/// <param name="sources">Complete before the first request.</param>
internal sealed class LiteralRoutes(ICollection<EndpointDataSource> sources)
{
    private readonly Lazy<FrozenDictionary<string, Endpoint>> _endpoints = new(() => sources
        .SelectMany(source => source.Endpoints)
        .OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.RoutePattern.Parameters.Count == 0 && IsRead(endpoint))
        .ToFrozenDictionary(endpoint => endpoint.RoutePattern.RawText!, Endpoint (endpoint) => endpoint));

    public RequestDelegate Match(RequestDelegate next) => context =>
    {
        var request = context.Request;
        if ((HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && request.Path.Value is { } path
            && _endpoints.Value.TryGetValue(path, out var endpoint))
        {
            context.SetEndpoint(endpoint);
        }

        return next(context);
    };

    private static bool IsRead(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.SequenceEqual(Routes.Methods) is true;
}
