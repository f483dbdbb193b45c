using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ColorDemo.Mesh.Explain;

/// <summary>The JSON of <c>explain</c>: requests in, explanations out.</summary>
public static class ExplainJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <exception cref="ArgumentException">The text is no array of requests.</exception>
    public static IReadOnlyList<MeshQuestion> Read(string text, string file, TextWriter remarks)
    {
        try
        {
            var questions = JsonSerializer.Deserialize<IReadOnlyList<MeshQuestion?>>(text, Options) ?? [];
            foreach (var name in questions.SelectMany(MembersPassedOver).Distinct())
            {
                remarks.WriteLine($"{file}: warning: a request has no member '{name}', it is passed over");
            }

            return [.. questions.Select(question => question ?? new())];
        }
        catch (JsonException wrong)
        {
            var place = wrong.Path is { Length: > 1 } path ? $"{path.TrimStart('$')}: " : "";
            throw new ArgumentException($"{file}:{wrong.LineNumber + 1}: {place}this is no array of requests, such as "
                + """[{"method": "GET", "host": "localhost", "path": "/random", "headers": {"x-user": "canary"}}]""");
        }
    }

    public static string Write(IReadOnlyList<Explanation> explanations) =>
        JsonSerializer.Serialize(explanations, Options);

    private static IEnumerable<string> MembersPassedOver(MeshQuestion? question) =>
        (question?.Others?.Keys ?? Enumerable.Empty<string>()).Concat(
            (question?.From?.Others?.Keys ?? Enumerable.Empty<string>()).Select(name => $"from.{name}"));
}
