using System.Text.Json;
using System.Text.Json.Nodes;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Api;

/// <summary>Reads JSON into plain values, as <see cref="YamlTree"/> does: nothing is left to be parsed later.</summary>
/// <remarks>
/// Whole numbers become <see langword="long"/>, others <see langword="double"/>. What is made so may be read by many
/// threads at once.
/// </remarks>
internal static class PlainJson
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = YamlTree.DeepestNesting };

    /// <exception cref="JsonException">
    /// It is no JSON, nested too deep, or has a field twice in one object; the message says which.
    /// </exception>
    public static JsonNode? Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var reader = new Utf8JsonReader(utf8, Options);
            reader.Read();
            var node = Node(ref reader, "");
            while (reader.Read())
            {
                // nothing but white space may follow, else this throws
            }

            return node;
        }
        catch (InvalidOperationException wrong) // of text that is no UTF-8, or half a surrogate pair
        {
            throw new JsonException(wrong.Message, wrong);
        }
    }

    /// <summary>The same values, whoever made them and from whatever.</summary>
    /// <exception cref="JsonException">It is nested too deep.</exception>
    public static JsonObject Copy(JsonObject json)
    {
        try
        {
            return Read(JsonSerializer.SerializeToUtf8Bytes(json))!.AsObject();
        }
        catch (InvalidOperationException tooDeep)
        {
            throw new JsonException(tooDeep.Message, tooDeep);
        }
    }

    private static JsonNode? Node(ref Utf8JsonReader reader, string path) => reader.TokenType switch
    {
        JsonTokenType.StartObject => Object(ref reader, path),
        JsonTokenType.StartArray => Array(ref reader, path),
        JsonTokenType.String => JsonValue.Create(reader.GetString()),
        JsonTokenType.True => JsonValue.Create(true),
        JsonTokenType.False => JsonValue.Create(false),
        JsonTokenType.Number => Number(ref reader, path),
        _ => null,
    };

    private static JsonObject Object(ref Utf8JsonReader reader, string path)
    {
        var json = new JsonObject();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            var field = Inside(path, name);
            reader.Read();
            if (!json.TryAdd(name, Node(ref reader, field)))
            {
                throw new JsonException($"duplicate field \"{GivenValue.Shorten(field)}\"");
            }
        }

        return json;
    }

    private static JsonArray Array(ref Utf8JsonReader reader, string path)
    {
        var json = new JsonArray();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            json.Add(Node(ref reader, Inside(path, "[]")));
        }

        return json;
    }

    private static JsonValue Number(ref Utf8JsonReader reader, string path)
    {
        if (reader.TryGetInt64(out var whole))
        {
            return JsonValue.Create(whole);
        }

        if (!reader.TryGetDouble(out var real) || !double.IsFinite(real))
        {
            throw new JsonException($"the number of \"{GivenValue.Shorten(path)}\" is too large");
        }

        return YamlNumber.Plain(real);
    }

    /// <summary>Long paths serve nobody, and those of a deep text would fill the memory.</summary>
    private static string Inside(string path, string name) =>
        path.Length > 200 ? path : name == "[]" || path.Length == 0 ? path + name : $"{path}.{name}";
}
