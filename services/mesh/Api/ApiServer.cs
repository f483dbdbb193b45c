using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Api;

/// <summary>Answers requests to one cluster's API with what was asked for, or a Status that says why not.</summary>
internal sealed class ApiServer(ClusterApi api)
{
    private readonly ApiAccess _access = new(api.Token);

    public async Task AnswerAsync(HttpContext context)
    {
        if (await RefusalOfAsync(context) is not { } refusal)
        {
            return;
        }

        if (context.Response.HasStarted)
        {
            context.Abort(); // half an answer must not look like a whole one
            return;
        }

        context.Response.Clear();
        await JsonAnswer.WriteAsync(context, refusal);
    }

    /// <returns>Null when the request is answered already, or nobody waits for the answer.</returns>
    private async Task<ApiStatus?> RefusalOfAsync(HttpContext context)
    {
        try
        {
            _access.Check(context.Request);
            await AnswerAllowedAsync(context);
            return null;
        }
        catch (ApiException refused)
        {
            return refused.Status;
        }
        catch (BadHttpRequestException wrong)
        {
            return wrong.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? RequestBody.TooLarge
                : ApiStatus.BadRequest(wrong.Message);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception defect)
        {
            return new(500, "InternalError",
                $"color-demo has a defect, and nothing has changed: {defect.GetType().Name}: {defect.Message}");
        }
    }

    private Task AnswerAllowedAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        if (ApiPath.Parse(path) is { } objects)
        {
            return ObjectMethods.AnswerAsync(new(api, context, objects));
        }

        var isHealth = path is "/livez" or "/readyz" or "/healthz";
        var document = ApiDocuments.Find(path.TrimEnd('/'), context.Request.Headers.Accept);
        if (!isHealth && document is null)
        {
            throw new ApiException(ApiStatus.UnknownPath);
        }

        if (!HttpMethods.IsGet(context.Request.Method))
        {
            throw new ApiException(ApiStatus.MethodNotAllowed("GET"));
        }

        return document is null
            ? context.Response.WriteAsync("ok")
            : JsonAnswer.WriteAsync(context, 200, document.Content, document.MediaType);
    }
}
