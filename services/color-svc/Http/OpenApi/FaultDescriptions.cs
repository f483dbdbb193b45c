using Microsoft.OpenApi;

namespace ColorDemo.ColorService.Http.OpenApi;

/// <summary>What the document says of the admin port.</summary>
internal static class FaultDescriptions
{
    public static OpenApiPathItem Path() => new()
    {
        Servers = [new() { Url = "http://localhost:8802", Description = "The admin port (ADMIN_PORT)." }],
        Operations = new()
        {
            [HttpMethod.Get] = Describe("getFaults", "The faults that are in force."),
            [HttpMethod.Put] = Replace(),
            [HttpMethod.Delete] = Describe("resetFaults", "Goes back to the faults of the environment."),
        },
    };

    private static OpenApiOperation Replace()
    {
        var operation = Describe("replaceFaults", "Replaces all faults. What is left out has its default.");
        operation.RequestBody = new OpenApiRequestBody
        {
            Description = "The faults that shall be in force.",
            Required = true,
            Content = Faults(),
        };
        operation.Responses!["400"] = new OpenApiResponse
        {
            Description = "Something is not accepted; nothing changed.",
            Headers = Headers.OfEveryAnswer(),
            Content = Body.Problem(Schemas.Of(Schemas.FaultsRefused), FaultSchemas.RefusedExample()),
        };
        return operation;
    }

    private static OpenApiOperation Describe(string id, string summary) => new()
    {
        OperationId = id,
        Summary = summary,
        Tags = Tag.Faults,
        Responses = Responses.Of(Responses.Success("The faults in force.", Faults())),
    };

    private static Dictionary<string, OpenApiMediaType> Faults() =>
        Body.Json(Schemas.Of(Schemas.Faults), FaultSchemas.Example());
}
