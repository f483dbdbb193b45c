using ColorDemo.ColorService.Faults;
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
    public const string FaultsRefused = nameof(FaultsRefused);
    public const string WebPageRefused = nameof(WebPageRefused);
    public const string FaultsMethodNotAllowed = nameof(FaultsMethodNotAllowed);
    public const string FaultsTooLarge = nameof(FaultsTooLarge);

    public static Dictionary<string, IOpenApiResponse> All() => new()
    {
        [Color] = Success("A color.", Body.Color()),
        [BadFault] = Error(
            400,
            $"The header {RequestFault.Header} does not parse. Only where it is obeyed (ALLOW_REQUEST_FAULTS=true).",
            $"{RequestFault.Header}: accepted is {RequestFault.Accepted}"),
        [UnknownFamily] = Error(404, "There is no such family.", "unknown color family 'purple'"),
        [MethodNotAllowed] = Error(405, "To every other method.", "only GET and HEAD are allowed", Headers.Allow),
        [BodyRefused] = Error(413, "To a request that bears a body.", "a request has no body here"),
        [TooManyRequests] = Error(
            429,
            "More requests than the rate limit lets through (MAX_RPS).",
            "more than MAX_RPS requests in this second",
            Headers.RetryAfter),
        [NoColor] = Error(500, "No family is enabled.", "no color available"),
        [FamilyDisabled] = Error(500, "The family is not enabled.", "red is disabled"),
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
            "An injected fault (ERROR_RATE, /faults, x-color-fault). The status is one from 400 to 599.",
            "injected fault"),
        [FaultsRefused] = Error(
            400,
            "Something is not accepted; nothing changed. The detail names all problems.",
            [
                ("notJson", "the body is not JSON, or has a member twice"),
                ("several", "errorRate must be a number from 0 to 1; unready must be true or false"),
            ]),
        [WebPageRefused] = Error(403, "To every request that bears an Origin.", "not for scripts of web pages"),
        [FaultsMethodNotAllowed] = Error(
            405, "To every other method.", "only GET, HEAD, PUT and DELETE are allowed", Headers.Allow),
        [FaultsTooLarge] = Error(
            413, "The body is larger than 16 KiB.", "the body is broken off, or larger than 16 KiB"),
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
        int status, string description, string detail, params string[] headers) =>
        Error(status, description, [("error", detail)], headers);

    private static OpenApiResponse Error(
        int status, string description, (string Name, string Detail)[] details, params string[] headers) => new()
        {
            Description = description,
            Headers = Headers.OfEveryAnswer(headers),
            Content = Body.Error(status, details),
        };
}
