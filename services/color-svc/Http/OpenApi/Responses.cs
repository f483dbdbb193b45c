using Microsoft.OpenApi;

namespace ColorDemo.ColorService.Http.OpenApi;

/// <summary>The answers that several operations share, by name.</summary>
internal static class Responses
{
    public const string Color = nameof(Color);
    public const string BadFault = nameof(BadFault);
    public const string UnknownFamily = nameof(UnknownFamily);
    public const string MethodNotAllowed = nameof(MethodNotAllowed);
    public const string BodyRefused = nameof(BodyRefused);
    public const string TooManyRequests = nameof(TooManyRequests);
    public const string NoColor = nameof(NoColor);
    public const string FamilyDisabled = nameof(FamilyDisabled);
    public const string NotReady = nameof(NotReady);
    public const string InjectedFault = nameof(InjectedFault);

    private const string AcceptedFault = "accepted is abort=STATUS (400 to 599) and delay=TIME "
        + "(such as 200ms or 1.5s, up to 60s), each once, with a semicolon between them";

    public static Dictionary<string, IOpenApiResponse> All() => new()
    {
        [Color] = Success("A color.", Body.Color()),
        [BadFault] = Error(
            400,
            "The header x-color-fault does not parse. Only where it is obeyed (ALLOW_REQUEST_FAULTS=true).",
            [("error", $"x-color-fault: {AcceptedFault}")]),
        [UnknownFamily] = Error(404, "There is no such family.", [("error", "unknown color family 'purple'")]),
        [MethodNotAllowed] = Error(
            405, "To every other method.", [("error", "only GET and HEAD are allowed")], Headers.Allow),
        [BodyRefused] = Error(413, "To a request that bears a body.", [("error", "no body is accepted")]),
        [TooManyRequests] = Error(
            429,
            "More requests than the rate limit lets through (MAX_RPS).",
            [("error", "more than MAX_RPS requests in this second")],
            Headers.RetryAfter),
        [NoColor] = Error(500, "No family is enabled.", [("error", "no color available")]),
        [FamilyDisabled] = Error(500, "The family is not enabled.", [("error", "red is disabled")]),
        [NotReady] = Error(
            503,
            "The pod wants no traffic: it drains, starts, or was told to say so.",
            [
                ("draining", "not ready: draining"),
                ("starting", "not ready: starting"),
                ("told", "not ready: told to be unready by /faults"),
            ]),
        [InjectedFault] = Error(
            503,
            "An injected fault (ERROR_STATUS, /faults, x-color-fault). The status is one from 400 to 599.",
            [("error", "injected fault")]),
    };

    public static OpenApiResponse Success(string description, Dictionary<string, OpenApiMediaType> body) =>
        new() { Description = description, Headers = Headers.OfEveryAnswer(), Content = body };

    /// <param name="errors">Named responses by status.</param>
    public static OpenApiResponses Of(IOpenApiResponse success, params (string Status, string Name)[] errors)
    {
        var responses = new OpenApiResponses { ["200"] = success };
        foreach (var (status, name) in errors)
        {
            responses[status] = new OpenApiResponseReference(name);
        }

        return responses;
    }

    private static OpenApiResponse Error(
        int status, string description, (string Name, string Detail)[] examples, params string[] headers) =>
        new()
        {
            Description = description,
            Headers = Headers.OfEveryAnswer(headers),
            Content = Body.Error(status, examples),
        };
}
