using System.Globalization;
using ColorDemo.Grid.Asking;
using ColorDemo.Grid.Wire;

namespace ColorDemo.GridHost;

/// <summary>
/// <c>/api/sample?gateway=armadillo&amp;path=/random&amp;rate=20&amp;number=7</c>: one sample. Posted to without a
/// number, it makes one.
/// </summary>
public static class SampleEndpoint
{
    public static void MapSample(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/sample", Answer);
        app.MapPost("/api/sample", SendAgainAsync);
    }

    private static IResult Answer(HttpRequest request, GridSettings settings, Samplers samplers)
    {
        var (target, refusal) = StreamRequest.Read(request.Query, settings);
        if (target is null)
        {
            return Refuse(StatusCodes.Status400BadRequest, refusal);
        }

        var text = request.Query["number"].ToString();
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
        {
            return Refuse(
                StatusCodes.Status400BadRequest,
                $"number: {Given.Show(text)} is not the number of a sample, 1 or more.");
        }

        return samplers.Find(target)?.Log.Find(number) is { } sample
            ? Show(sample, target, request)
            : Refuse(
                StatusCodes.Status404NotFound,
                $"Sample {number} is not remembered: only the newest ones are, while somebody watches.");
    }

    private static async Task<IResult> SendAgainAsync(HttpRequest request, GridSettings settings, Samplers samplers)
    {
        var (target, refusal) = StreamRequest.Read(request.Query, settings);
        if (target is null)
        {
            return Refuse(StatusCodes.Status400BadRequest, refusal);
        }

        if (PageOrigin.Refusal(request) is { } foreign)
        {
            return foreign;
        }

        if (target.Sampling.Asker == Asker.Browser)
        {
            return Refuse(StatusCodes.Status400BadRequest, "asker: a browser sends its requests itself.");
        }

        if (samplers.Find(target) is not { } sampler)
        {
            return Refuse(
                StatusCodes.Status409Conflict, "Nobody watches this, so nothing is sent; start the panel first.");
        }

        return await sampler.SendAgainAsync() is { } sample
            ? Show(sample, target, request)
            : Refuse(
                StatusCodes.Status503ServiceUnavailable,
                "Too many requests are under way, or one was sent just now; send again in a moment.");
    }

    private static IResult Show(RememberedSample sample, Target target, HttpRequest request)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store"; // numbers begin anew with each sampler
        return Results.Json(sample.Of(target.Address, target.Sampling), WireJson.Default.SampleDetails);
    }

    private static IResult Refuse(int status, string sentence) => Results.Text(sentence, statusCode: status);
}
