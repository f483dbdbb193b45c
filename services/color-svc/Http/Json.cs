using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ColorDemo.ColorService.Admin;

namespace ColorDemo.ColorService.Http;

/// <remarks>The first two members and the order of all are the contract.</remarks>
internal sealed record ColorBody(
    string Name, string HexCode, string? Family, string Version, string? Cluster, string Pod);

/// <summary>A problem document without a type of its own. Source: RFC 9457.</summary>
internal sealed record ProblemBody(string Title, int Status, string Detail);

/// <param name="Build">The version of the program, unlike <paramref name="Version"/>, which is the pod's label.</param>
internal sealed record VersionBody(
    string Version,
    string? Cluster,
    string Pod,
    string? Namespace,
    string? Node,
    string Build,
    string Revision,
    string Runtime);

[JsonSerializable(typeof(ColorBody))]
[JsonSerializable(typeof(FaultsBody))]
[JsonSerializable(typeof(ProblemBody))]
[JsonSerializable(typeof(VersionBody))]
internal sealed partial class Json : JsonSerializerContext
{
    public static Json Bodies { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // The default also escapes ' and +, for JSON inside HTML; ours is never sniffed as HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
