using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace ColorDemo.ColorService.Http.OpenApi;

internal static class FaultSchemas
{
    public static OpenApiSchema Fault() => Shape.Object(
        "What goes wrong with an answer: it is held back first, then perhaps replaced by an error.",
        OneExample(),
        optional: [.. OneFault().Keys],
        OneFault());

    public static OpenApiSchema Faults()
    {
        var members = OneFault();
        members["unready"] = Shape.Flag("Readiness says no, while requests are still answered.", false);
        members["families"] = Families();
        members["forSeconds"] = Shape.Number(
            "Afterwards the faults of the environment are back; absent means until changed.", "0.1", "86400", 60);
        var remaining = Shape.Number("The rest of forSeconds; absent without one.", "0", "86400", 59.5);
        remaining.ReadOnly = true;
        members["remainingSeconds"] = remaining;
        return Shape.Object("All faults that are in force together.", Example(), [.. members.Keys], members);
    }

    public static OpenApiSchema Refused() => Shape.Object(
        "A problem document that names every member that was not accepted.",
        RefusedExample(),
        optional: [],
        new()
        {
            ["title"] = Shape.Text("The status in words.", "Bad Request"),
            ["status"] = Shape.Whole("The status of the answer.", 400, 400, 400),
            ["detail"] = Shape.Text("What is wrong.", "errorRate: 2 is not from 0 to 1"),
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "What is wrong, by member.",
                AdditionalProperties = new OpenApiSchema
                {
                    Type = JsonSchemaType.Array,
                    Description = "All that is wrong with this one.",
                    Items = Shape.Text("One thing.", "2 is not from 0 to 1"),
                    Examples = [new JsonArray("2 is not from 0 to 1")],
                },
                Examples = [new JsonObject { ["errorRate"] = new JsonArray("2 is not from 0 to 1") }],
            },
        });

    public static JsonObject Example() => new()
    {
        ["errorRate"] = 0.1,
        ["errorStatus"] = 503,
        ["delayMilliseconds"] = 200,
        ["jitterMilliseconds"] = 100,
        ["unready"] = false,
        ["families"] = new JsonObject { ["red"] = OneExample() },
    };

    public static JsonObject RefusedExample() => new()
    {
        ["title"] = "Bad Request",
        ["status"] = 400,
        ["detail"] = "errorRate: 2 is not from 0 to 1",
        ["errors"] = new JsonObject { ["errorRate"] = new JsonArray("2 is not from 0 to 1") },
    };

    private static JsonObject OneExample() => new()
    {
        ["errorRate"] = 1,
        ["errorStatus"] = 500,
        ["delayMilliseconds"] = 0,
        ["jitterMilliseconds"] = 0,
    };

    private static Dictionary<string, IOpenApiSchema> OneFault() => new()
    {
        ["errorRate"] = WithDefault(Shape.Number("The share of answers that are errors instead.", "0", "1", 0.1), 0),
        ["errorStatus"] = WithDefault(Shape.Whole("The status of those errors.", 400, 599, 503), 503),
        ["delayMilliseconds"] = WithDefault(Shape.Whole("Every answer is held back for so long.", 0, 60_000, 200), 0),
        ["jitterMilliseconds"] = WithDefault(Shape.Whole("At most so much is added, evenly drawn.", 0, 60_000, 100), 0),
    };

    private static OpenApiSchema Families() => Shape.Object(
        "A family's own fault stands in the place of the general one.",
        new JsonObject { ["red"] = OneExample() },
        optional: Parameters.Families,
        Parameters.Families.ToDictionary(
            family => family, IOpenApiSchema (_) => Schemas.Of(Schemas.Fault)));

    private static OpenApiSchema WithDefault(OpenApiSchema schema, int value)
    {
        schema.Default = value;
        return schema;
    }
}
