using System.Text.Json;
using ColorDemo.ColorService.Faults;
using ColorDemo.ColorService.Http;

namespace ColorDemo.ColorService.Admin;

/// <summary><c>GET</c>, <c>PUT</c> and <c>DELETE /faults</c>: tells and changes them while the pod runs.</summary>
internal sealed partial class FaultsEndpoint(FaultSwitch faults, ILogger logger)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    public async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path != "/faults")
        {
            await Refuse(context, StatusCodes.Status404NotFound, "only /faults is served here");
            return;
        }

        // A page of another site can make a browser on this machine send; only browsers send an Origin.
        if (context.Request.Headers.Origin.Count > 0)
        {
            await Refuse(context, StatusCodes.Status403Forbidden, "not for scripts of web pages");
            return;
        }

        switch (context.Request.Method)
        {
            case "GET" or "HEAD":
                await SendAsync(context);
                break;
            case "PUT":
                await PutAsync(context);
                break;
            case "DELETE":
                faults.Reset();
                LogReset();
                await SendAsync(context);
                break;
            default:
                context.Response.Headers.Allow = "GET, HEAD, PUT, DELETE";
                await Refuse(
                    context, StatusCodes.Status405MethodNotAllowed, "only GET, HEAD, PUT and DELETE are allowed");
                break;
        }
    }

    private async Task PutAsync(HttpContext context)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(context.Request.Body, Strict, context.RequestAborted);
            var (plan, duration) = FaultsReader.Read(document.RootElement);
            faults.Set(plan, duration);
            LogSet(FaultsBody.Json(plan, duration));
            await SendAsync(context);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            // The latter: a name that is no text, such as half of a surrogate pair.
            await Refuse(context, StatusCodes.Status400BadRequest, "the body is not JSON, or has a member twice");
        }
        catch (FaultsException problem)
        {
            await Refuse(context, StatusCodes.Status400BadRequest, problem.Message);
        }
        catch (BadHttpRequestException problem)
        {
            await Refuse(context, problem.StatusCode, "the body is broken off, or larger than 16 KiB");
        }
    }

    private Task SendAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(
            FaultsBody.Json(faults.Current, faults.Remaining), context.RequestAborted);
    }

    private static Task Refuse(HttpContext context, int status, string detail) =>
        Answer.Error(new(status, detail)).SendAsync(context);

    [LoggerMessage(30, LogLevel.Information, "Faults set: {Faults}")]
    private partial void LogSet(string faults);

    [LoggerMessage(31, LogLevel.Information, "Faults are those of the environment again")]
    private partial void LogReset();
}
