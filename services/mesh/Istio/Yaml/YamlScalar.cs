using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ColorDemo.Mesh.Istio;

/// <summary>
/// What an unquoted word means: Kubernetes reads YAML 1.1, so <c>yes</c> is true and <c>010</c> is eight.
/// </summary>
internal static class YamlScalar
{
    public static JsonNode? Read(Scalar scalar)
    {
        var isWord = scalar.Tag.IsEmpty
            ? scalar.Style == ScalarStyle.Plain
            : scalar.Tag.Value is "tag:yaml.org,2002:int" or "tag:yaml.org,2002:float" or "tag:yaml.org,2002:bool"
                or "tag:yaml.org,2002:null";
        if (!isWord)
        {
            return JsonValue.Create(scalar.Value);
        }

        return scalar.Value switch
        {
            "" or "~" or "null" or "Null" or "NULL" => null,
            "true" or "True" or "TRUE" or "yes" or "Yes" or "YES" or "on" or "On" or "ON" => JsonValue.Create(true),
            "false" or "False" or "FALSE" or "no" or "No" or "NO" or "off" or "Off" or "OFF" => JsonValue.Create(false),
            var text => YamlNumber.Read(text) ?? JsonValue.Create(text),
        };
    }
}
