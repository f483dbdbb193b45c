using System.Reflection;
using System.Text.Json.Nodes;
using ColorDemo.Mesh.Istio;
using k8s.Models;

namespace ColorDemo.Mesh.Api;

/// <summary>Schemas of Kubernetes' own kinds, from the official client's models, with all that is inside.</summary>
internal sealed class KubernetesSchemas(ApiGroup group)
{
    /// <summary>By name, for example <c>io.k8s.api.apps.v1.Deployment</c>.</summary>
    public JsonObject Json { get; } = [];

    /// <returns>Its name.</returns>
    public string Add(Type model)
    {
        var name = KubernetesSchemaNames.Of(model, group);
        if (!Json.ContainsKey(name))
        {
            var schema = new JsonObject();
            Json[name] = schema; // before its fields, which may have it inside
            Describe(schema, KubernetesDescriptions.Of(model));
            Fill(schema, model);
        }

        return name;
    }

    public JsonObject ReferenceTo(Type model) => new() { ["$ref"] = $"#/components/schemas/{Add(model)}" };

    private void Fill(JsonObject schema, Type model)
    {
        if (model == typeof(ResourceQuantity))
        {
            schema["type"] = "string";
        }
        else if (model == typeof(IntOrString))
        {
            schema["format"] = "int-or-string";
            schema["oneOf"] = new JsonArray(Of("integer"), Of("string"));
        }
        else
        {
            var properties = new JsonObject();
            var fields = KubernetesModel.FieldsOf(model);
            foreach (var (name, property) in fields.OrderBy(field => field.Key, StringComparer.Ordinal))
            {
                properties[name] = FieldOf(model, name, property);
            }

            schema["type"] = "object";
            schema["properties"] = properties;
        }
    }

    private JsonObject FieldOf(Type model, string name, PropertyInfo property)
    {
        var schema = SchemaOf(property.PropertyType);
        if (schema.ContainsKey("$ref"))
        {
            schema = new() { ["allOf"] = new JsonArray(schema) }; // nothing counts beside a reference
        }

        Describe(schema, KubernetesDescriptions.Of(property));
        ListMerging.AddTo(schema, model, name);
        return schema;
    }

    private JsonObject SchemaOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (KubernetesModel.ItemOf(type) is { } item)
        {
            return new() { ["type"] = "array", ["items"] = SchemaOf(item) };
        }

        if (KubernetesModel.ValueOf(type) is { } value)
        {
            return new() { ["type"] = "object", ["additionalProperties"] = SchemaOf(value) };
        }

        return type switch
        {
            _ when type == typeof(string) => Of("string"),
            _ when type == typeof(bool) => Of("boolean"),
            _ when type == typeof(int) => Of("integer", "int32"),
            _ when type == typeof(long) => Of("integer", "int64"),
            _ when type == typeof(double) => Of("number", "double"),
            _ when type == typeof(DateTime) => Of("string", "date-time"),
            _ when type == typeof(byte[]) => Of("string", "byte"),
            _ when type.Namespace == typeof(V1Pod).Namespace => ReferenceTo(type),
            _ => Of("object"),
        };
    }

    private static JsonObject Of(string type, string? format = null) =>
        format is null ? new() { ["type"] = type } : new() { ["type"] = type, ["format"] = format };

    private static void Describe(JsonObject schema, string? description)
    {
        if (description is not null)
        {
            schema["description"] = description;
        }
    }
}
