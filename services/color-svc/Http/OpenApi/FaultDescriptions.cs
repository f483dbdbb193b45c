using Microsoft.OpenApi;

namespace ColorDemo.ColorService.Http.OpenApi;

/// <summary>What the document says of the admin port.</summary>
internal static class FaultDescriptions
{
    public static OpenApiPathItem Path()
    {
        var path = EndpointPaths.Read(() => Describe("getFaults", "The faults that are in force."));
        path.Servers = [new() { Url = "http://localhost:8802", Description = "The admin port (ADMIN_PORT)." }];
        path.AddOperation(HttpMethod.Put, Replace());
        path.AddOperation(HttpMethod.Delete, Describe("resetFaults", "Goes back to the faults of the environment."));
        return path;
    }

    private static OpenApiOperation Replace()
    {
        var operation = Describe(
            "replaceFaults",
            "Replaces all faults. What is left out has its default.",
            ("400", Responses.FaultsRefused),
            ("413", Responses.FaultsTooLarge));
        operation.RequestBody = new OpenApiRequestBody
        {
            Description = "The faults that shall be in force. Up to 16 KiB.",
            Required = true,
            Content = Body.Json(Schemas.Of(Schemas.FaultsRequest), FaultExamples.Requests),
        };
        return operation;
    }

    private static OpenApiOperation Describe(
        string id, string summary, params (string Status, string Name)[] errors) => new()
        {
            OperationId = id,
            Summary = summary,
            Tags = new HashSet<OpenApiTagReference> { new("faults") },
            Parameters = [Parameters.Format],
            Responses = Responses.Of(
            Responses.Success(
                "The faults in force. Always JSON.",
                Body.Json(Schemas.Of(Schemas.Faults), ("everything", FaultExamples.Everything))),
            [("403", Responses.WebPageRefused), ("405", Responses.FaultsMethodNotAllowed), .. errors]),
        };
}
