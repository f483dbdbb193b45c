using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ColorDemo.Mesh.Istio;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace ColorDemo.Mesh.Api;

/// <summary>What a client sends.</summary>
internal static class RequestBody
{
    public const int MostBytes = 3 * 1024 * 1024; // as Kubernetes

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <returns>Without its parameters; JSON when the client does not say.</returns>
    private static string TypeOf(HttpRequest request) =>
        string.IsNullOrEmpty(request.ContentType) ? "application/json"
        : MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? $"{type.MediaType}".ToLowerInvariant()
        : "";

    /// <summary>An object as JSON or YAML, or as the protobuf that <c>kubectl create</c> sends.</summary>
    /// <exception cref="ApiException">It is too large, of another type, or no object.</exception>
    public static async Task<JsonObject> ReadObjectAsync(HttpRequest request) =>
        ReadObject(request, await ReadAsync(request));

    public static JsonObject ReadObject(HttpRequest request, ReadOnlyMemory<byte> bytes) => TypeOf(request) switch
    {
        "application/json" => ReadJson(bytes),
        "application/yaml" => ReadYaml(bytes),
        ProtobufBody.MediaType => ProtobufBody.Read(bytes),
        _ => throw new ApiException(new(415, "UnsupportedMediaType",
            "the body is of an unknown format; accepted are application/json and application/yaml")),
    };

    /// <exception cref="ApiException">There is more than anybody may send.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostBytes;
        }

        var (body, aborted) = (new ArrayBufferWriter<byte>(), request.HttpContext.RequestAborted);
        while (await request.Body.ReadAsync(body.GetMemory(16 * 1024), aborted) is > 0 and var read)
        {
            body.Advance(read);
            if (body.WrittenCount > MostBytes)
            {
                throw new ApiException(TooLarge);
            }
        }

        return body.WrittenMemory;
    }

    public static ApiStatus TooLarge { get; } = new(413, "RequestEntityTooLarge",
        $"Request entity too large: limit is {MostBytes} bytes");

    public static JsonNode? ReadNode(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return PlainJson.Read(bytes.Span);
        }
        catch (JsonException wrong)
        {
            throw ApiException.BadRequest($"the body cannot be read: {wrong.Message}");
        }
    }

    private static JsonObject ReadJson(ReadOnlyMemory<byte> bytes) => ReadNode(bytes) as JsonObject
        ?? throw ApiException.BadRequest("the body must be one JSON object");

    private static JsonObject ReadYaml(ReadOnlyMemory<byte> bytes)
    {
        List<ManifestProblem> problems = [];
        IReadOnlyList<ManifestDocument> documents;
        try
        {
            documents = YamlDocuments.Read("body", StrictUtf8.GetString(bytes.Span), problems);
        }
        catch (DecoderFallbackException)
        {
            throw ApiException.BadRequest("the body cannot be read: it is no UTF-8");
        }

        if (problems.Count > 0)
        {
            throw ApiException.BadRequest($"the body cannot be read: {problems[0]}");
        }

        return documents is [var only] ? only.Json
            : throw ApiException.BadRequest("the body must be one YAML document with one object");
    }
}
