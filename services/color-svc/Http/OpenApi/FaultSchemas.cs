using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace ColorDemo.ColorService.Http.OpenApi;

/// <summary>
/// The faults as they are told and as a request has them: there, what is left out has its default, and what is not
/// known is refused.
/// </summary>
internal static class FaultSchemas
{
    public static OpenApiSchema Fault(bool isRequest) => Members(
        "What goes wrong with an answer: it is held back first, then perhaps replaced by an error.",
        FaultExamples.Red,
        OneFault(),
        isRequest);

    public static OpenApiSchema Faults(bool isRequest) => Members(
        "All faults that are in force together.",
        FaultExamples.Everything,
        new(OneFault())
        {
            ["unready"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Boolean,
                Description = "Readiness says no, while requests are still answered.",
                Default = false,
                Examples = [true],
            },
            ["families?"] = Members(
                "A family's own fault stands in the place of the general one.",
                new JsonObject { ["red"] = FaultExamples.Red },
                Parameters.Families.ToDictionary(
                    name => $"{name}?",
                    IOpenApiSchema (_) => Schemas.Of(isRequest ? Schemas.FaultRequest : Schemas.Fault)),
                isRequest),
            ["forSeconds?"] = Shape.Number(
                "Until the faults of the environment are back; told is what remains. Absent means until changed.",
                isRequest ? 0.1 : 0,
                86_400,
                30),
        },
        isRequest);

    private static OpenApiSchema Members(
        string description, JsonNode example, Dictionary<string, IOpenApiSchema> members, bool isRequest)
    {
        var schema = Shape.Object(description, example, members);
        if (isRequest)
        {
            schema.Required = null;
            schema.AdditionalPropertiesAllowed = false;
        }

        return schema;
    }

    private static Dictionary<string, IOpenApiSchema> OneFault() => new()
    {
        ["errorRate"] = WithDefault(0, Shape.Number("The share of answers that are errors instead.", 0, 1, 0.1)),
        ["errorStatus"] = WithDefault(503, Shape.Whole("The status of those errors.", 400, 599, 503)),
        ["delayMilliseconds"] = WithDefault(0, Milliseconds("Every answer is held back for so long.", 200)),
        ["jitterMilliseconds"] = WithDefault(0, Milliseconds("At most so much is added, evenly drawn.", 100)),
    };

    private static OpenApiSchema Milliseconds(string description, int example) =>
        Shape.Number(description, 0, ColorService.Faults.Fault.LongestMilliseconds, example);

    private static OpenApiSchema WithDefault(int value, OpenApiSchema schema)
    {
        schema.Default = value;
        return schema;
    }
}
