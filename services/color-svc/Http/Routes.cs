using Microsoft.AspNetCore.Http.Features;

namespace ColorDemo.ColorService.Http;

/// <summary>What all routes of this service have in common.</summary>
internal static class Routes
{
    /// <summary>GET and HEAD; routing answers any other method with 405 and <c>Allow</c>.</summary>
    public static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static IEndpointConventionBuilder MapRead(
        this IEndpointRouteBuilder app, string pattern, RequestDelegate answer) =>
        app.MapMethods(pattern, Methods, context => HasBody(context) ? Errors.TooLarge(context) : answer(context));

    private static bool HasBody(HttpContext context) =>
        context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true };
}
