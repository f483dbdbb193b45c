using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace ColorDemo.ColorService.Tests;

/// <summary>Whatever has a schema has examples, and they fit it.</summary>
[Collection<OpenApiService>]
public sealed class OpenApiExampleTests(OpenApiService service)
{
    private IEnumerable<OpenApiOperation> Operations =>
        service.Document.Paths.Values.SelectMany(path => path.Operations!.Values);

    private IEnumerable<IOpenApiResponse> Responses =>
        Operations.SelectMany(operation => operation.Responses!.Values);

    private IEnumerable<OpenApiMediaType> Bodies => Responses
        .SelectMany(response => response.Content!.Values)
        .Concat(Operations.SelectMany(operation => operation.RequestBody?.Content?.Values ?? []));

    private IEnumerable<IOpenApiParameter> Parameters =>
        Operations.SelectMany(operation => operation.Parameters ?? []);

    private IEnumerable<IOpenApiHeader> Headers =>
        Responses.SelectMany(response => response.Headers!.Values);

    [Fact]
    public void Every_body_fits_its_schema() => Assert.All(Bodies, body => Check(body.Schema, body.Examples));

    [Fact]
    public void Every_parameter_is_described_and_has_examples_that_fit() => Assert.All(Parameters, parameter =>
    {
        Assert.False(string.IsNullOrEmpty(parameter.Description));
        Check(parameter.Schema, parameter.Examples);
    });

    [Fact]
    public void Every_header_is_described_and_has_an_example_that_fits() => Assert.All(Headers, header =>
    {
        Assert.False(string.IsNullOrEmpty(header.Description));
        Fits(header.Schema!, header.Example);
    });

    [Fact]
    public void Every_schema_is_described_and_has_an_example_that_fits() => Assert.All(
        Bodies.Select(body => body.Schema!)
            .Concat(Parameters.Select(parameter => parameter.Schema!))
            .Concat(Headers.Select(header => header.Schema!))
            .Concat(service.Document.Components!.Schemas!.Values)
            .SelectMany(WithInner),
        schema =>
        {
            Assert.False(string.IsNullOrEmpty(schema.Description));
            Assert.NotEmpty(schema.Examples!);
            Assert.All(schema.Examples!, example => Fits(schema, example));
        });

    private static IEnumerable<IOpenApiSchema> WithInner(IOpenApiSchema schema) =>
        new[] { schema.Items, schema.AdditionalProperties }
            .Concat(schema.Properties?.Values ?? [])
            .OfType<IOpenApiSchema>()
            .SelectMany(WithInner)
            .Prepend(schema);

    private static void Check(IOpenApiSchema? schema, IDictionary<string, IOpenApiExample>? examples)
    {
        Assert.NotEmpty(examples!);
        Assert.All(examples!.Values, example => Fits(schema!, example.Value));
    }

    private static void Fits(IOpenApiSchema schema, JsonNode? example)
    {
        Assert.NotNull(example);
        Assert.Empty(OpenApiSchemas.Problems(schema, example));
    }
}
