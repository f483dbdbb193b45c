using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ColorDemo.Mesh.Explain;

namespace ColorDemo.Launcher.Explain;

/// <summary>The JSON of <c>explain</c>: requests in, explanations out.</summary>
internal static class ExplainJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <exception cref="ArgumentException">The text is no array of requests.</exception>
    public static IReadOnlyList<MeshQuestion> Read(string text, string file)
    {
        try
        {
            var questions = JsonSerializer.Deserialize<IReadOnlyList<MeshQuestion?>>(text, Options) ?? [];
            return questions.Contains(null)
                ? throw new ArgumentException($"{file}: a request is an object, not null")
                : [.. questions.OfType<MeshQuestion>()];
        }
        catch (JsonException wrong)
        {
            throw new ArgumentException($"{file}:{wrong.LineNumber + 1}: {wrong.Message}");
        }
    }

    public static string Write(IReadOnlyList<Explanation> explanations) =>
        JsonSerializer.Serialize(explanations, Options);
}
