using System.Text.Json;
using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>How deep and how large a patch can make things.</summary>
internal static class PatchBounds
{
    /// <summary>Of objects and lists inside each other, as System.Text.Json reads by default.</summary>
    public const int DeepestNesting = 64;

    /// <summary>As in Kubernetes.</summary>
    public const int MostOperations = 10_000;

    /// <summary>
    /// In bytes, roughly: what all copies and moves of one JSON patch may carry together. Without it, a document that
    /// is copied into itself doubles with every operation.
    /// </summary>
    public const long MostCarried = 3 * 1024 * 1024;

    public static void CheckBody(JsonNode? patch)
    {
        try
        {
            Measure(patch, 0);
        }
        catch (ArgumentException) // where a JsonObject finds out that it was made of JSON with a name twice
        {
            throw new PatchException(PatchRefusal.BadRequest("the patch has a field twice"));
        }
    }

    /// <param name="depth">How many objects and lists are around the node.</param>
    /// <returns>About its length as JSON.</returns>
    public static long Measure(JsonNode? node, int depth)
    {
        if (node is JsonObject or JsonArray && depth >= DeepestNesting)
        {
            throw new PatchException(PatchRefusal.BadRequest($"nested over {DeepestNesting} deep"));
        }

        return node switch
        {
            JsonObject json => 2 + json.Sum(field => field.Key.Length + 4 + Measure(field.Value, depth + 1)),
            JsonArray list => 2 + list.Sum(item => 1 + Measure(item, depth + 1)),
            JsonValue text when text.GetValueKind() == JsonValueKind.String => 2 + text.GetValue<string>().Length,
            _ => 4,
        };
    }
}
