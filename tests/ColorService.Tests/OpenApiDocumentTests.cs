using System.Text.RegularExpressions;
using Microsoft.OpenApi;

namespace ColorDemo.ColorService.Tests;

/// <summary>The document by itself: valid, complete, and with examples that fit.</summary>
[Collection<OpenApiService>]
public sealed partial class OpenApiDocumentTests(OpenApiService service)
{
    private IEnumerable<(string Path, OpenApiOperation Operation)> Operations =>
        service.Document.Paths.SelectMany(
            path => path.Value.Operations!.Values, (path, operation) => (path.Key, operation));

    [Fact]
    public void The_document_is_valid_OpenAPI_3_1()
    {
        Assert.Empty(service.Diagnostic.Errors);
        Assert.Empty(service.Diagnostic.Warnings);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, service.Diagnostic.SpecificationVersion);
        Assert.Matches(@"^\{\s*""openapi"": ""3\.1\.\d+""", service.Json);
    }

    [Fact]
    public void The_document_has_every_path_with_every_method()
    {
        string[] expected =
        [
            "/faults DELETE,GET,HEAD,PUT",
            "/get/{name} GET,HEAD",
            "/healthz GET,HEAD",
            "/metrics GET,HEAD",
            "/openapi/v1.json GET,HEAD",
            "/random GET,HEAD",
            "/random/{family} GET,HEAD",
            "/readyz GET,HEAD",
            "/version GET,HEAD",
            "/{name} GET,HEAD",
        ];
        Assert.Equal(
            expected,
            service.Document.Paths
                .Select(path => $"{path.Key} {Methods(path.Value)}")
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_service_without_metrics_has_no_path_for_them_in_its_document()
    {
        await using var process = await ServiceProcess.StartAsync(("DISABLE_METRICS", "true"));

        var json = await process.Client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken);

        var paths = OpenApiDocument.Parse(json, "json").Document!.Paths.Keys;
        Assert.Equal(service.Document.Paths.Keys.Except(["/metrics"]), paths);
    }

    [Fact]
    public async Task The_document_tells_the_version_that_was_built()
    {
        var version = await service.Servers["/"].GetStringAsync("/version", TestContext.Current.CancellationToken);

        Assert.Contains($"\"build\":\"{service.Document.Info.Version}\"", version, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_operation_has_a_name_of_its_own_a_summary_and_a_known_tag() => Assert.Multiple(
        () => Assert.Distinct(Operations.Select(item => item.Operation.OperationId)),
        () => Assert.All(Operations, item => Assert.False(string.IsNullOrEmpty(item.Operation.Summary))),
        () => Assert.All(Operations, item => Assert.NotNull(Assert.Single(item.Operation.Tags!).Target)));

    [Fact]
    public void Every_part_of_a_path_is_a_declared_parameter() => Assert.All(Operations, item => Assert.Equal(
        PathParameter.Matches(item.Path).Select(match => match.Groups[1].Value),
        (item.Operation.Parameters ?? []).Where(one => one.In is ParameterLocation.Path).Select(one => one.Name!)));

    [Fact]
    public void Every_response_has_a_description_and_a_body_with_an_example() => Assert.All(
        Operations.SelectMany(item => item.Operation.Responses!.Values),
        response =>
        {
            Assert.False(string.IsNullOrEmpty(response.Description));
            Assert.NotEmpty(response.Content!);
            Assert.All(response.Content!.Values, media => Assert.NotEmpty(media.Examples!));
        });

    [Fact]
    public void Every_component_is_used()
    {
        var components = service.Document.Components!;
        string[] pointers =
        [
            .. components.Schemas!.Keys.Select(name => $"schemas/{name}"),
            .. components.Responses!.Keys.Select(name => $"responses/{name}"),
            .. components.Parameters!.Keys.Select(name => $"parameters/{name}"),
            .. components.Headers!.Keys.Select(name => $"headers/{name}"),
        ];
        Assert.All(
            pointers,
            pointer => Assert.Contains($"\"#/components/{pointer}\"", service.Json, StringComparison.Ordinal));
    }

    private static string Methods(IOpenApiPathItem path) =>
        string.Join(',', path.Operations!.Keys.Select(method => method.Method).Order());

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex PathParameter { get; }
}
