using ColorDemo.ColorService.Colors;

namespace ColorDemo.ColorService.Http;

/// <summary>Gives the answers that routing makes by itself, 404 and 405, the same shape as our own.</summary>
internal sealed class Errors(ColorEndpoints endpoints)
{
    private static readonly Failure NoSuchPath = new(StatusCodes.Status404NotFound, "no such path");

    private static readonly Answer OnlyReads =
        Answer.Error(new(StatusCodes.Status405MethodNotAllowed, "only GET and HEAD are allowed"));

    private static readonly Answer BodyTooLarge =
        Answer.Error(new(StatusCodes.Status413PayloadTooLarge, "a request has no body here"));

    public static Answer NotFound { get; } = Answer.Error(NoSuchPath);

    /// <summary>For a request that bears a body where none is read.</summary>
    public static Task TooLarge(HttpContext context)
    {
        context.Response.Headers.Connection = "close"; // rather than read and drop what may be long
        return BodyTooLarge.SendAsync(context);
    }

    /// <summary>Not the framework's status code pages: they are a third of all that a request allocates.</summary>
    public RequestDelegate Explain(RequestDelegate next) => context =>
    {
        var answering = next(context);
        return answering.IsCompletedSuccessfully ? Explain(context) : ExplainAfterAsync(answering, context);
    };

    /// <summary>A path of gRPC, which is no path here.</summary>
    private Task NotOverHttp(HttpContext context)
    {
        context.Response.Headers.Allow = default;
        return endpoints.AnswerAsync(context, NoSuchPath);
    }

    private async Task ExplainAfterAsync(Task answering, HttpContext context)
    {
        await answering;
        await Explain(context);
    }

    private Task Explain(HttpContext context) => context.Response switch
    {
        { HasStarted: true } => Task.CompletedTask,
        { StatusCode: StatusCodes.Status404NotFound } => endpoints.AnswerAsync(context, NoSuchPath),
        { StatusCode: StatusCodes.Status405MethodNotAllowed, Headers.Allow: ["POST"] } => NotOverHttp(context),
        { StatusCode: StatusCodes.Status405MethodNotAllowed } => OnlyReads.SendAsync(context),
        _ => Task.CompletedTask,
    };
}
