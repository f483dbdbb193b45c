using System.Text.Json.Nodes;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Api;

/// <summary>The document that the operations of a JSON patch change one after the other.</summary>
internal sealed class PatchedDocument(JsonNode root)
{
    /// <summary>Null when a patch made it JSON's null.</summary>
    public JsonNode? Root { get; private set; } = root;

    public JsonNode? Find(JsonPointer pointer) => Find(pointer, pointer.Tokens.Count);

    public void Add(JsonPointer pointer, JsonNode? value)
    {
        if (pointer.IsWhole)
        {
            Root = value;
            return;
        }

        switch (Parent(pointer))
        {
            case JsonObject json:
                json[pointer.Last] = value;
                break;
            case JsonArray list when pointer.Last == "-":
                list.Add(value);
                break;
            case JsonArray list when JsonPointer.IndexOf(pointer.Last) is { } index && index <= list.Count:
                list.Insert(index, value);
                break;
            case JsonArray list:
                throw Invalid($"'{GivenValue.Shorten(pointer.Last)}' is no place in a list of {list.Count}");
            default:
                throw Invalid("only an object or a list can be added to");
        }
    }

    public void Replace(JsonPointer pointer, JsonNode? value)
    {
        Find(pointer);
        switch (pointer.IsWhole ? null : Parent(pointer))
        {
            case JsonObject json:
                json[pointer.Last] = value;
                break;
            case JsonArray list:
                list[JsonPointer.IndexOf(pointer.Last)!.Value] = value;
                break;
            default:
                Root = value;
                break;
        }
    }

    /// <returns>What was there.</returns>
    public JsonNode? Remove(JsonPointer pointer)
    {
        var found = Find(pointer);
        switch (pointer.IsWhole ? null : Parent(pointer))
        {
            case JsonObject json:
                json.Remove(pointer.Last);
                break;
            case JsonArray list:
                list.RemoveAt(JsonPointer.IndexOf(pointer.Last)!.Value);
                break;
            default:
                throw Invalid("the whole object cannot be removed");
        }

        return found;
    }

    private JsonNode? Parent(JsonPointer pointer) => Find(pointer, pointer.Tokens.Count - 1);

    private JsonNode? Find(JsonPointer pointer, int length)
    {
        var node = Root;
        foreach (var token in pointer.Tokens.Take(length))
        {
            node = node switch
            {
                JsonObject json when json.TryGetPropertyValue(token, out var value) => value,
                JsonArray list when JsonPointer.IndexOf(token) is { } index && index < list.Count => list[index],
                _ => throw Invalid($"there is no {pointer.Shown}"),
            };
        }

        return node;
    }

    private static PatchException Invalid(string why) => new(PatchRefusal.Invalid(why));
}
