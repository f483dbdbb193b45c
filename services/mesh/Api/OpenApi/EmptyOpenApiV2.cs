using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>OpenAPI v2 of no kinds at all: who looks there for a kind that v3 does not have finds none.</summary>
/// <remarks>kubectl does so before it tells <c>no matches for kind</c>, and reads protobuf alone there.</remarks>
internal static class EmptyOpenApiV2
{
    public const string ProtobufType = "application/com.github.proto-openapi.spec.v2.v1.0+protobuf";

    private const string Schema = "application/com.github.proto-openapi.spec.v2";

    /// <summary>Some clients write <c>@v1.0</c> where newer ones have <c>.v1.0</c>.</summary>
    public static bool IsProtobufAskedBy(string? accept) =>
        accept?.StartsWith(Schema, StringComparison.OrdinalIgnoreCase) is true;

    public static JsonObject Json() => new()
    {
        ["swagger"] = "2.0",
        ["info"] = new JsonObject { ["title"] = "Kubernetes", ["version"] = "v1.32.0" },
        ["paths"] = new JsonObject(),
    };

    /// <summary>The same as <c>openapi.v2.Document</c>: 1 swagger, 2 info with 1 title and 2 version.</summary>
    public static byte[] Protobuf() => "\n\u00032.0\u0012\u0015\n\nKubernetes\u0012\av1.32.0"u8.ToArray();
}
