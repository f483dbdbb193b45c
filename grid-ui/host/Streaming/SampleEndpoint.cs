using System.Globalization;

namespace ColorDemo.GridHost;

/// <summary><c>/api/sample?gateway=armadillo&amp;path=/random&amp;rate=20&amp;number=7</c>: one sample.</summary>
public static class SampleEndpoint
{
    public static void MapSample(this IEndpointRouteBuilder app) => app.MapGet("/api/sample", Answer);

    private static IResult Answer(HttpRequest request, GridSettings settings, Samplers samplers)
    {
        var (target, refusal) = StreamRequest.Read(request.Query, settings);
        if (target is null)
        {
            return Results.Text(refusal, statusCode: StatusCodes.Status400BadRequest);
        }

        var text = request.Query["number"].ToString();
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
        {
            return Results.Text(
                $"number: {Given.Show(text)} is not the number of a sample, 1 or more.",
                statusCode: StatusCodes.Status400BadRequest);
        }

        request.HttpContext.Response.Headers.CacheControl = "no-store"; // numbers begin anew with each sampler
        return samplers.Find(target)?.Log.Find(number) is { } sample
            ? Results.Json(sample.Of(target), Grid.Wire.WireJson.Default.SampleDetails)
            : Results.Text(
                $"Sample {number} is not remembered: only the newest ones are, while somebody watches.",
                statusCode: StatusCodes.Status404NotFound);
    }
}
