using System.Text.Json.Nodes;
using ColorDemo.Launcher.Saving;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Launcher.Tests;

/// <summary>What the editor makes of a text.</summary>
internal static class Edited
{
    public const string File = "thing.yaml";

    public static string With(string text, JsonObject wanted, int place = 0) =>
        ManifestEditor.Edit(File, text, Objects(text)[place], wanted);

    /// <param name="patch">A JSON merge patch, RFC 7396.</param>
    public static string With(string text, string patch, int place = 0) =>
        With(text, (JsonObject)Merged(Objects(text)[place], JsonNode.Parse(patch))!, place);

    public static string Refusal(string text, string patch, int place = 0) =>
        Assert.Throws<CannotSaveException>(() => With(text, patch, place)).Message;

    public static IReadOnlyList<JsonObject> Objects(string text)
    {
        List<ManifestProblem> problems = [];
        var documents = YamlDocuments.Read(File, text.TrimStart('\ufeff'), problems);
        Assert.True(problems.Count == 0, $"{string.Join('\n', problems)}\n{text}");
        return [.. documents.Select(one => one.Json)];
    }

    private static JsonNode? Merged(JsonNode? old, JsonNode? patch)
    {
        if (patch is not JsonObject fields)
        {
            return patch?.DeepClone();
        }

        var merged = (old as JsonObject)?.DeepClone() as JsonObject ?? [];
        foreach (var (key, value) in fields)
        {
            if (value is null)
            {
                merged.Remove(key);
            }
            else
            {
                merged[key] = Merged(merged[key], value);
            }
        }

        return merged;
    }
}
