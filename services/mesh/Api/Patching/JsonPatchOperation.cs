using System.Text.Json.Nodes;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Api;

/// <summary>One step of a JSON patch.</summary>
/// <param name="Number">Zero-based, as error messages count.</param>
/// <param name="From">Of a move or a copy.</param>
/// <param name="Value">Of an add, a replace or a test; null is a value too.</param>
internal sealed record JsonPatchOperation(
    int Number, string Name, JsonPointer Path, JsonPointer? From, JsonNode? Value)
{
    public static IReadOnlyList<JsonPatchOperation> ReadAll(JsonNode? patch)
    {
        if (patch is not JsonArray list)
        {
            throw NoPatch("a JSON patch must be a list of operations");
        }

        return list.Count <= PatchBounds.MostOperations
            ? [.. list.Select(Read)]
            : throw new PatchException(PatchRefusal.TooLarge(
                $"a JSON patch may have {PatchBounds.MostOperations} operations, this one has {list.Count}"));
    }

    public override string ToString() => $"operation {Number} ({Name} {Path.Shown})";

    private static JsonPatchOperation Read(JsonNode? node, int number)
    {
        if (node is not JsonObject json)
        {
            throw NoPatch($"operation {number} must be a JSON object");
        }

        var name = Text("op");
        if (name is not ("add" or "remove" or "replace" or "move" or "copy" or "test"))
        {
            throw NoPatch($"operation {number}: op must be add, remove, replace, move, copy or test, "
                + $"not '{GivenValue.Shorten(name)}'");
        }

        if (name is "add" or "replace" or "test" && !json.ContainsKey("value"))
        {
            throw NoPatch($"operation {number}: {name} needs a value");
        }

        return new(number, name, Pointer("path"), name is "move" or "copy" ? Pointer("from") : null, json["value"]);

        string Text(string field) => json[field] is JsonValue value && value.TryGetValue(out string? text)
            ? text
            : throw NoPatch($"operation {number}: {field} must be given as text");

        JsonPointer Pointer(string field) => JsonPointer.Parse(Text(field))
            ?? throw NoPatch($"operation {number}: {field} must be a JSON pointer such as /spec/replicas, "
                + "with ~0 for ~ and ~1 for /");
    }

    private static PatchException NoPatch(string why) => new(PatchRefusal.BadRequest(why));
}
