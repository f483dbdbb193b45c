using Microsoft.OpenApi;

namespace ColorDemo.ColorService.Http.OpenApi;

/// <summary>What the document says of <see cref="ColorEndpoints"/>.</summary>
internal static class ColorDescriptions
{
    private const string NamedDescription =
        "A name that is not known, or whose family is not enabled, answers with `unknown` #888888.";

    public static OpenApiOperation Random() => Describe(
        "getRandomColor",
        "Draws a color.",
        "Every color of the enabled families is as likely as the other.",
        [],
        Responses.NoColor);

    public static OpenApiOperation RandomOfFamily() => Describe(
        "getRandomColorOfFamily",
        "Draws a color of one family.",
        "Every color of the family is as likely as the other.",
        [Parameters.OfFamily],
        Responses.FamilyDisabled,
        ("404", Responses.UnknownFamily));

    public static OpenApiOperation Get() =>
        Describe("getColor", "The color of that name.", NamedDescription, [Parameters.Name], Responses.NoColor);

    public static OpenApiOperation Named() => Describe(
        "getColorByPath",
        "The color of that name, on the shorter path.",
        $"A name that is a path of its own, such as `random`, is not one of a color. {NamedDescription}",
        [Parameters.Name],
        Responses.NoColor);

    /// <param name="own">The parameters of this path alone.</param>
    /// <param name="none">The answer when there is no color.</param>
    private static OpenApiOperation Describe(
        string id,
        string summary,
        string description,
        IOpenApiParameter[] own,
        string none,
        params (string Status, string Name)[] errors) => new()
        {
            OperationId = id,
            Summary = summary,
            Description = description,
            Tags = new HashSet<OpenApiTagReference> { new("colors") },
            Parameters = [.. own, Parameters.Format, Parameters.Fault],
            Responses = Responses.Of(
            new OpenApiResponseReference(Responses.Color),
            [
                ("400", Responses.BadFault),
                .. errors,
                ("405", Responses.MethodNotAllowed),
                ("413", Responses.BodyRefused),
                ("429", Responses.TooManyRequests),
                ("500", none),
                ("default", Responses.InjectedFault),
            ]),
        };
}
