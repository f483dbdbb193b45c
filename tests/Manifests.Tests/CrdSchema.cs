using System.Text.Json.Nodes;
using YamlDotNet.Serialization;

namespace ColorDemo.Manifests.Tests;

/// <summary>Checks JSON against the structural schema of a CRD: fields, types, enums and required members.</summary>
internal static class CrdSchema
{
    /// <returns>The schema of <c>spec</c> in version v1.</returns>
    public static JsonNode Load(string file, string kind)
    {
        var crds = File.ReadAllText(file).Split("\n---\n")
            .Where(text => text.Contains($"kind: {kind}\n", StringComparison.Ordinal));
        var yaml = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build()
            .Deserialize(crds.First())!;
        var crd = JsonNode.Parse(new SerializerBuilder().JsonCompatible().Build().Serialize(yaml))!;
        var v1 = crd["spec"]!["versions"]!.AsArray().Single(version => (string?)version!["name"] == "v1");
        return v1!["schema"]!["openAPIV3Schema"]!["properties"]!["spec"]!;
    }

    public static void Check(JsonNode? value, JsonNode schema, string path)
    {
        switch ((string?)schema["type"])
        {
            case "object":
                CheckObject(Assert.IsType<JsonObject>(value), schema, path);
                break;
            case "array":
                foreach (var item in Assert.IsType<JsonArray>(value))
                {
                    Check(item, schema["items"]!, $"{path}[]");
                }

                break;
            case "integer":
                Assert.True(value is JsonValue whole && whole.TryGetValue(out long _),
                    $"{path}: {value} is no integer");
                break;
            case "string":
                Assert.True(value is JsonValue text && text.TryGetValue(out string? _),
                    $"{path}: {value} is no text");
                break;
        }

        if (schema["enum"] is JsonArray choices)
        {
            Assert.Contains(value!.ToString(), choices.Select(choice => choice!.ToString()));
        }
    }

    private static void CheckObject(JsonObject value, JsonNode schema, string path)
    {
        Assert.All(schema["required"]?.AsArray() ?? [],
            name => Assert.True(value.ContainsKey($"{name}"), $"{path}: {name} is missing"));
        foreach (var (name, field) in value)
        {
            var inner = schema["properties"]?[name] ?? (schema["additionalProperties"] is JsonObject any ? any : null);
            Assert.True(inner is not null, $"{path}: {name} is unknown");
            Check(field, inner, $"{path}.{name}");
        }
    }
}
