using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace ColorDemo.ColorService.Tests;

/// <summary>One request that the document describes, made of its examples.</summary>
/// <param name="Server">The URL in the document.</param>
internal sealed record OpenApiCall(string Server, string Template, HttpMethod Method, OpenApiOperation Operation)
{
    private static readonly (IOpenApiParameter, KeyValuePair<string, IOpenApiExample>)[][] NoChoice = [[]];

    public IReadOnlyList<(IOpenApiParameter Parameter, KeyValuePair<string, IOpenApiExample> Example)> Choice
    {
        get;
        init;
    } = [];

    public JsonNode? Body { get; init; }

    /// <summary>Of the last parameter in the path; the answer's example has the same one. Null without any.</summary>
    public string? ExampleName =>
        Choice.LastOrDefault(choice => choice.Parameter.In is ParameterLocation.Path).Example.Key;

    public string Path => Choice
        .Where(choice => choice.Parameter.In is ParameterLocation.Path)
        .Aggregate(Template, (path, choice) => path.Replace(
            $"{{{choice.Parameter.Name}}}", Text(choice.Example), StringComparison.Ordinal));

    private string Query => string.Join('&', Choice
        .Where(choice => choice.Parameter.In is ParameterLocation.Query)
        .Select(choice => $"{choice.Parameter.Name}={Text(choice.Example)}"));

    /// <summary>All combinations of the examples of each operation's parameters; optional ones also left out.</summary>
    public static IEnumerable<OpenApiCall> All(OpenApiDocument document) =>
        from path in document.Paths
        from operation in path.Value.Operations!
        let server = (path.Value.Servers is [var own, ..] ? own : document.Servers![0]).Url!
        from body in Bodies(operation.Value)
        from choice in Choices([.. operation.Value.Parameters ?? []])
        select new OpenApiCall(server, path.Key, operation.Key, operation.Value) { Choice = [.. choice], Body = body };

    public HttpRequestMessage Request()
    {
        var request = new HttpRequestMessage(Method, $"{Path}?{Query}");
        foreach (var (parameter, example) in Choice.Where(choice => choice.Parameter.In is ParameterLocation.Header))
        {
            request.Headers.Add(parameter.Name!, Text(example));
        }

        request.Content = Body is null
            ? null
            : new StringContent(Body.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        return request;
    }

    public override string ToString() =>
        $"{Method} {Path}?{Query} {string.Join(' ', Choice.Select(choice => choice.Example.Key))}";

    private static string Text(KeyValuePair<string, IOpenApiExample> example) => $"{example.Value.Value}";

    private static IEnumerable<JsonNode?> Bodies(OpenApiOperation operation) =>
        operation.RequestBody?.Content is { } content
            ? content.Values.SelectMany(media => media.Examples!.Values).Select(example => example.Value)
            : [null];

    private static IEnumerable<IEnumerable<(IOpenApiParameter, KeyValuePair<string, IOpenApiExample>)>> Choices(
        IReadOnlyList<IOpenApiParameter> parameters)
    {
        if (parameters is [])
        {
            return NoChoice;
        }

        var first = parameters[0];
        var rest = Choices([.. parameters.Skip(1)]).ToArray();
        var chosen =
            from example in first.Examples!
            from others in rest
            select others.Prepend((first, example));
        return first.Required ? chosen : rest.Concat(chosen);
    }
}
