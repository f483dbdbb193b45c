using System.Text.Json;
using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>A document that stays the same while the process runs, written when it is first asked for.</summary>
internal sealed class ApiDocument(Func<byte[]> write, string mediaType)
{
    private readonly Lazy<byte[]> _content = new(write);

    public ApiDocument(Func<JsonNode> write, string mediaType = "application/json")
        : this(() => JsonSerializer.SerializeToUtf8Bytes(write()), mediaType)
    {
    }

    public string MediaType => mediaType;

    /// <summary>UTF-8, when it is JSON.</summary>
    public ReadOnlyMemory<byte> Content => _content.Value;
}
