using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using k8s;
using k8s.Models;

namespace ColorDemo.Mesh.Istio;

/// <summary>Reads Kubernetes' own kinds into the official client's models, refusing fields these do not have.</summary>
internal static class KubernetesKind
{
    public static T? Read<T>(ManifestDocument document, ProblemReport report)
        where T : class
    {
        Check(document.Json, typeof(T), "", report);
        try
        {
            return KubernetesJson.Deserialize<T>(document.Json.ToJsonString());
        }
        catch (Exception wrong) // the client library's converters throw what they like
        {
            var field = (wrong as JsonException)?.Path?.TrimStart('$', '.') ?? "";
            report.Error(field, $"this value has the wrong type: {wrong.Message.Split(" Path:")[0]}");
            return null;
        }
    }

    private static void Check(JsonNode? node, Type type, string path, ProblemReport report)
    {
        switch (node)
        {
            case JsonArray array when ElementOf(type) is { } element:
                for (var index = 0; index < array.Count; index++)
                {
                    if (array[index] is null)
                    {
                        report.Error($"{path}[{index}]", "is empty; write a value, or leave the item out");
                    }

                    Check(array[index], element, $"{path}[{index}]", report);
                }

                break;
            case JsonObject json when ElementOf(type) is null && type.Namespace == typeof(V1Pod).Namespace:
                CheckFields(json, type, path, report);
                break;
        }
    }

    private static void CheckFields(JsonObject json, Type type, string path, ProblemReport report)
    {
        var known = type.GetProperties()
            .Select(property => (property, name: property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name))
            .Where(field => field.name is not null)
            .ToDictionary(field => field.name!, field => field.property.PropertyType);
        foreach (var (name, value) in json)
        {
            var field = path.Length > 0 ? $"{path}.{name}" : name;
            if (!known.TryGetValue(name, out var fieldType))
            {
                report.Error(field, $"a {type.Name["V1".Length..]} has no such field");
            }
            else if (value is JsonObject or JsonArray)
            {
                Check(value, fieldType, field, report);
            }
        }
    }

    private static Type? ElementOf(Type type) =>
        type.IsGenericType
        && type.IsAssignableTo(typeof(IEnumerable))
        && !type.Name.StartsWith("IDictionary", StringComparison.Ordinal)
            ? type.GetGenericArguments()[0]
            : null;
}
