using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using k8s.Models;

namespace ColorDemo.Mesh.Istio;

/// <summary>Compares an object with the official client's model of it, field by field.</summary>
internal sealed class KubernetesShape(ProblemReport report)
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyDictionary<string, Type>> Models = new();

    public bool HasWrongTypes { get; private set; }

    public void Check(JsonNode? node, Type type, string path)
    {
        if (node is null)
        {
            return;
        }

        var expected = Nullable.GetUnderlyingType(type) ?? type;
        if (expected == typeof(string))
        {
            Expect<string>(node, path, "text; put quotes around it if it looks like a number");
        }
        else if (expected == typeof(bool))
        {
            Expect<bool>(node, path, "true or false");
        }
        else if (expected == typeof(int) || expected == typeof(long))
        {
            ExpectWholeNumber(node, path, expected);
        }
        else if (TypeArgumentOf(expected, typeof(IList<>)) is { } item)
        {
            CheckList(node, item, path);
        }
        else if (TypeArgumentOf(expected, typeof(IDictionary<,>)) is { } value)
        {
            CheckMap(node, value, path);
        }
        else if (expected.Namespace == typeof(V1Pod).Namespace && FieldsOf(expected) is { Count: > 0 } known)
        {
            CheckFields(node, known, path);
        }
    }

    private void CheckList(JsonNode node, Type item, string path)
    {
        if (node is not JsonArray array)
        {
            Refuse(path, "must be a list");
            return;
        }

        for (var index = 0; index < array.Count; index++)
        {
            if (array[index] is null)
            {
                report.Error($"{path}[{index}]", "is empty; write a value, or leave the item out");
            }

            Check(array[index], item, $"{path}[{index}]");
        }
    }

    private void CheckMap(JsonNode node, Type value, string path)
    {
        if (node is not JsonObject json)
        {
            Refuse(path, "must be a mapping of fields");
            return;
        }

        foreach (var (name, inner) in json)
        {
            Check(inner, value, $"{path}.{name}");
        }
    }

    private void CheckFields(JsonNode node, IReadOnlyDictionary<string, Type> known, string path)
    {
        if (node is not JsonObject json)
        {
            Refuse(path, "must be a mapping of fields");
            return;
        }

        foreach (var (name, inner) in json)
        {
            var field = path.Length > 0 ? $"{path}.{name}" : name;
            if (known.TryGetValue(name, out var type))
            {
                Check(inner, type, field);
            }
            else
            {
                report.Error(field, UnknownWord.Field(name, known.Keys), ProblemCode.UnknownField);
            }
        }
    }

    private void Expect<T>(JsonNode node, string path, string expected)
    {
        if (node is not JsonValue value || !value.TryGetValue(out T? _))
        {
            Refuse(path, $"{GivenValue.Show(node)} must be {expected}");
        }
    }

    private void ExpectWholeNumber(JsonNode node, string path, Type expected)
    {
        if (node is not JsonValue value || !value.TryGetValue(out long number)
            || (expected == typeof(int) && number is < int.MinValue or > int.MaxValue))
        {
            Refuse(path, $"{GivenValue.Show(node)} must be a whole number");
        }
    }

    private void Refuse(string path, string message)
    {
        HasWrongTypes = true;
        report.Error(path, message, ProblemCode.WrongType);
    }

    private static IReadOnlyDictionary<string, Type> FieldsOf(Type model) => Models.GetOrAdd(model, type => type
        .GetProperties()
        .Select(property => (property, name: property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name))
        .Where(field => field.name is not null)
        .ToDictionary(field => field.name!, field => field.property.PropertyType));

    /// <summary>What a list or a map has inside.</summary>
    private static Type? TypeArgumentOf(Type type, Type generic) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == generic ? type.GetGenericArguments()[^1] : null;
}
