using System.Reflection;
using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Istio;

/// <summary>Compares an object with the official client's model of it, field by field.</summary>
internal sealed class KubernetesShape(ProblemReport report)
{
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
        else if (KubernetesModel.ItemOf(expected) is { } item)
        {
            CheckList(node, item, path);
        }
        else if (KubernetesModel.ValueOf(expected) is { } value)
        {
            CheckMap(node, value, path);
        }
        else if (KubernetesModel.FieldsOf(expected) is { Count: > 0 } known)
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

    private void CheckFields(JsonNode node, IReadOnlyDictionary<string, PropertyInfo> known, string path)
    {
        if (node is not JsonObject json)
        {
            Refuse(path, "must be a mapping of fields");
            return;
        }

        foreach (var (name, inner) in json)
        {
            var field = path.Length > 0 ? $"{path}.{name}" : name;
            if (known.TryGetValue(name, out var property))
            {
                Check(inner, property.PropertyType, field);
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
}
