using System.Text.Json.Nodes;

namespace ColorDemo.Launcher.Tests;

/// <summary>Makes objects and changes of them, with values that YAML makes difficult.</summary>
internal sealed class RandomObject(Random random)
{
    private static readonly string[] Texts =
    [
        "a", "color-svc", "yes", "80", "", "a: b", "# x", "x #y", "- a", "-", "?", "one\ntwo\n", "one\n\ntwo",
        "ü", "it's", "\"", "\\", "*", "&a", "!t", "{", "]", "a, b", "@", "%", "`", " lead", "trail ", "<<",
        "~", "1:30", "\t", "|", ">", "null", "0x1", "1e3", "2026-01-31", "---", "...", "a\r\nb", "😀",
        "\u0085", "key with space", "/random", "0.5", "15s",
    ];

    private static readonly string[] Keys =
        ["name", "weight", "route", "a", "b", "c", "yes", "8080", "x y", "a.b/c", ""];

    private int _count;

    public JsonObject New(string name)
    {
        var json = new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Thing",
            ["metadata"] = new JsonObject { ["name"] = name },
        };
        for (var field = 0; field < 4; field++)
        {
            json[$"f{field}"] = Value(0);
        }

        return json;
    }

    /// <summary>Changes up to one place in each of the fields that <see cref="New"/> filled.</summary>
    /// <returns>The paths of what is no longer what it was, everything inside included.</returns>
    public List<string> Change(JsonObject json)
    {
        List<string> touched = [];
        for (var field = 0; field < 4; field++)
        {
            if (random.Next(2) == 0)
            {
                touched.Add(ChangeIn(json, $"f{field}", $"f{field}"));
            }
        }

        return touched;
    }

    /// <summary>Changes one place of an object that came from elsewhere.</summary>
    public void ChangeAny(JsonObject json)
    {
        var keys = json.Select(field => field.Key)
            .Where(key => key is not ("apiVersion" or "kind" or "metadata")).ToList();
        if (keys.Count > 0)
        {
            ChangeIn(json, keys[random.Next(keys.Count)], "");
        }
    }

    private string ChangeIn(JsonObject json, string key, string path)
    {
        switch (json[key])
        {
            case JsonObject { Count: > 0 } inner when random.Next(5) > 0:
                return ChangeFields(inner, path);
            case JsonArray { Count: > 0 } array when random.Next(5) > 0:
                return ChangeItems(array, path);
            default:
                json[key] = Value(2);
                return path;
        }
    }

    private string ChangeFields(JsonObject json, string path)
    {
        var key = json.ElementAt(random.Next(json.Count)).Key;
        switch (random.Next(4))
        {
            case 0:
                json.Remove(key);
                return $"{path}.{key}";
            case 1:
                json[$"new{_count++}"] = Value(2);
                return $"{path}.new";
            default:
                return ChangeIn(json, key, $"{path}.{key}");
        }
    }

    private string ChangeItems(JsonArray array, string path)
    {
        var place = random.Next(array.Count);
        switch (random.Next(4))
        {
            case 0:
                array.RemoveAt(place);
                return $"{path}[";
            case 1:
                array.Insert(random.Next(array.Count + 1), Value(2));
                return $"{path}[";
            case 2 when array[place] is JsonObject { Count: > 0 } inner:
                ChangeFields(inner, "");
                return $"{path}[";
            default:
                array[place] = Value(2);
                return $"{path}[";
        }
    }

    private JsonNode? Value(int depth) => random.Next(depth < 4 ? 9 : 5) switch
    {
        0 => random.Next(-5, 10_000),
        1 => random.Next(2) == 0 ? random.NextDouble() : random.Next(2) == 0,
        2 => random.Next(4) == 0 ? null : "text",
        3 or 4 => Texts[random.Next(Texts.Length)],
        5 or 6 => new JsonArray([.. Enumerable.Range(0, random.Next(5)).Select(_ => Value(depth + 1))]),
        _ => new JsonObject(Enumerable.Range(0, random.Next(5)).Select(_ => Keys[random.Next(Keys.Length)]).Distinct()
            .Select(key => KeyValuePair.Create(key, Value(depth + 1)))),
    };
}
