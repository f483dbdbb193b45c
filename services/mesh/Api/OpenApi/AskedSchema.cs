using System.Text.Json.Nodes;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Api;

/// <summary>Schemas of fields, by the form in which a reader asks for them.</summary>
internal sealed class AskedSchema(AskedFields asked, FieldDescriptions descriptions)
{
    private readonly ILookup<string, string> _inside = asked.Forms.Keys
        .Order(StringComparer.Ordinal)
        .ToLookup(path => path[..Math.Max(path.LastIndexOf('.'), 0)]);

    /// <param name="path">For example <c>spec.http[0].route</c>; one that nobody reads may be anything.</param>
    public JsonObject Of(string path)
    {
        var description = descriptions.Find(PlainPathOf(path));
        var schema = asked.Forms.GetValueOrDefault(path) switch
        {
            FieldForm.Text => Typed("string"),
            FieldForm.Flag => Typed("boolean"),
            FieldForm.Number => Typed("number"),
            FieldForm.WholeNumber => Typed("integer"),
            FieldForm.Word => Word(asked.Words[path]),
            FieldForm.Numbers => List(Typed("integer")),
            FieldForm.Texts => List(Typed("string")),
            FieldForm.Mapping => Mapping(path),
            FieldForm.Mappings => List(Mapping($"{path}[0]")),
            _ => Unread(path == "spec" ? "object" : description?.Type),
        };
        var told = $"{description?.Text} {TreatmentOf(path)}".Trim();
        if (told.Length > 0)
        {
            schema["description"] = told;
        }

        return schema;
    }

    /// <summary>As people write it, for example <c>spec.http.match.headers.*.exact</c>.</summary>
    public static string PlainPathOf(string path) => path
        .Replace("[0]", "", StringComparison.Ordinal)
        .Replace($".{ProbedKind.FreeKey}", ".*", StringComparison.Ordinal);

    public static JsonObject Unread(string? type)
    {
        var schema = new JsonObject();
        if (type is not null)
        {
            schema["type"] = type;
        }

        if (type == "array")
        {
            schema["items"] = Unread("object");
        }
        else if (type is null or "object")
        {
            schema["x-kubernetes-preserve-unknown-fields"] = true;
        }

        return schema;
    }

    private string TreatmentOf(string path) => asked.TreatmentOf(path) switch
    {
        FieldTreatment.NotSimulated => "The mesh here does not simulate it.",
        FieldTreatment.WithoutEffect => "It decides nothing in the mesh here.",
        FieldTreatment.Refused => "Istio refuses it.",
        _ => "",
    };

    private JsonObject Mapping(string path)
    {
        var inside = _inside[path].ToList();
        if (inside.Count == 0)
        {
            return Unread("object");
        }

        var schema = Typed("object");
        if (inside is [var only] && only.EndsWith($".{ProbedKind.FreeKey}", StringComparison.Ordinal))
        {
            schema["additionalProperties"] = Of(only);
            return schema;
        }

        schema["properties"] = new JsonObject(inside.Select(inner =>
            KeyValuePair.Create(inner[(path.Length + 1)..], (JsonNode?)Of(inner))));
        return schema;
    }

    private static JsonObject Typed(string type) => new() { ["type"] = type };

    private static JsonObject List(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonObject Word(IEnumerable<string> words) =>
        new() { ["type"] = "string", ["enum"] = DiscoveryDocuments.Texts(words) };
}
