using Microsoft.AspNetCore.Diagnostics;

namespace ColorDemo.ColorService.Http;

/// <summary>Gives the answers that routing makes by itself, 404 and 405, the same shape as our own.</summary>
internal static class Errors
{
    public static Answer NotFound { get; } = Answer.Error(StatusCodes.Status404NotFound, "no such path");

    private static readonly Answer MethodNotAllowed =
        Answer.Error(StatusCodes.Status405MethodNotAllowed, "only GET and HEAD are allowed");

    public static Task Explain(StatusCodeContext context) => context.HttpContext.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => NotFound.SendAsync(context.HttpContext),
        StatusCodes.Status405MethodNotAllowed => MethodNotAllowed.SendAsync(context.HttpContext),
        _ => Task.CompletedTask,
    };
}
