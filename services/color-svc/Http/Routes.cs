using Microsoft.AspNetCore.Http.Features;
using Microsoft.OpenApi;

namespace ColorDemo.ColorService.Http;

/// <summary>What all routes of this service have in common.</summary>
internal static class Routes
{
    /// <summary>GET and HEAD; routing answers any other method with 405 and <c>Allow</c>.</summary>
    public static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <param name="description">What the OpenAPI document says of it.</param>
    public static void MapRead(
        this IEndpointRouteBuilder app, string pattern, RequestDelegate answer, Func<OpenApiOperation> description) =>
        app.MapMethods(pattern, Methods, context => HasBody(context) ? Errors.TooLarge(context) : answer(context))
            .WithMetadata(description);

    private static bool HasBody(HttpContext context) =>
        context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true };
}
