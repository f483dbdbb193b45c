using System.Text.Json;
using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>A document that stays the same while the process runs, written when it is first asked for.</summary>
internal sealed class ApiDocument(Func<JsonNode> write, string mediaType = "application/json")
{
    private readonly Lazy<byte[]> _content = new(() => JsonSerializer.SerializeToUtf8Bytes(write()));

    public string MediaType => mediaType;

    /// <summary>UTF-8.</summary>
    public ReadOnlyMemory<byte> Content => _content.Value;
}
