using ColorDemo.ColorService.Colors;
using ColorDemo.ColorService.Faults;
using ColorDemo.ColorService.Http.OpenApi;

namespace ColorDemo.ColorService.Http;

/// <summary>The paths that answer with a color.</summary>
internal sealed class ColorEndpoints(ColorQuestions questions, ColorAnswers answers, FaultInjection faults)
{
    public void Map(IEndpointRouteBuilder app)
    {
        app.MapRead("/random", context => AnswerAsync(context, questions.Random()), ColorDescriptions.Random);
        // Also "/random/", a family without a name.
        app.MapRead("/random/{family?}", RandomOfFamily, ColorDescriptions.RandomOfFamily);
        app.MapRead("/get/{name}", Named, ColorDescriptions.Get);
        app.MapRead("/{name?}", Named, ColorDescriptions.Named);
    }

    /// <summary>Answers, after whatever faults are in force.</summary>
    public Task AnswerAsync(HttpContext context, Reply reply) =>
        faults.IsIdle ? SendAsync(context, reply) : ObstructedAsync(context, reply);

    private Task RandomOfFamily(HttpContext context) =>
        AnswerAsync(context, questions.Random((string?)context.Request.RouteValues["family"] ?? ""));

    private Task Named(HttpContext context) =>
        AnswerAsync(context, questions.Named((string?)context.Request.RouteValues["name"] ?? ""));

    private async Task ObstructedAsync(HttpContext context, Reply reply)
    {
        try
        {
            var injected = await faults.InjectAsync(reply.Color?.Family, context.Request, context.RequestAborted);
            await SendAsync(context, injected is null ? reply : injected);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest; // nobody reads it but the log
        }
    }

    private Task SendAsync(HttpContext context, Reply reply) =>
        reply.Failure is { } failure
            ? Answer.Error(failure).SendAsync(context)
            : answers.SendAsync(context, reply.Color);
}
