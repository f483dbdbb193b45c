using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace ColorDemo.ColorService.Tests;

/// <summary>Holds an answer against what the document says of it.</summary>
internal static class OpenApiAnswer
{
    private static readonly JsonSerializerOptions AsServed =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] HeadersOfHttp =
        ["connection", "content-length", "content-type", "date", "transfer-encoding"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <param name="status">The one that the document has, or <c>default</c>.</param>
    /// <returns>The examples for the answer's format by name, as the bytes of a body.</returns>
    public static async Task<IReadOnlyDictionary<string, string>> CheckAsync(
        OpenApiOperation operation, string status, HttpResponseMessage answer)
    {
        var answered = $"{(int)answer.StatusCode}";
        Assert.Equal(status, operation.Responses!.ContainsKey(answered) ? answered : "default");
        var documented = operation.Responses[status];
        CheckHeaders(documented, answer);

        var type = answer.Content.Headers.ContentType!.MediaType!;
        Assert.Contains(type, documented.Content!.Keys);
        var media = documented.Content[type];
        var text = await answer.Content.ReadAsStringAsync(Cancelled);
        if (answer.RequestMessage!.Method == HttpMethod.Head)
        {
            Assert.Equal("", text);
        }
        else
        {
            Assert.Empty(OpenApiSchemas.Problems(media.Schema!, IsJson(type) ? JsonNode.Parse(text) : text));
        }

        return media.Examples!.ToDictionary(
            example => example.Key,
            example => IsJson(type) ? example.Value.Value!.ToJsonString(AsServed) : $"{example.Value.Value}");
    }

    private static bool IsJson(string type) => type.EndsWith("json", StringComparison.Ordinal);

    private static void CheckHeaders(IOpenApiResponse documented, HttpResponseMessage answer)
    {
        var headers = answer.Headers.Concat(answer.Content.Headers).ToDictionary(
            header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        Assert.Subset(
            documented.Headers!.Keys.Concat(HeadersOfHttp).ToHashSet(StringComparer.OrdinalIgnoreCase),
            headers.Keys.Select(name => name.ToLowerInvariant()).ToHashSet());
        foreach (var (name, header) in documented.Headers!)
        {
            Assert.True(headers.TryGetValue(name, out var value) || !header.Required, $"Without {name}.");
            if (value is not null)
            {
                Assert.Empty(OpenApiSchemas.Problems(header.Schema!, value));
            }
        }
    }
}
