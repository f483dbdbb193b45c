using System.Text;
using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>An object as <c>kubectl create</c> and other clients in Go send it by default.</summary>
/// <remarks>Source: Kubernetes, "API concepts": four bytes, then a message that holds type and object.</remarks>
internal static class ProtobufBody
{
    public const string MediaType = "application/vnd.kubernetes.protobuf";

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <exception cref="ApiException">It is none, or of a kind or with a field that is not read here.</exception>
    public static JsonObject Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            if (!body.Span.StartsWith("k8s\0"u8))
            {
                throw new FormatException("it does not begin with k8s and a zero byte");
            }

            var envelope = ProtobufValue.ReadAll(body[4..]).ToList();
            var json = Message(envelope.Find(one => one.Number == 1).Bytes, "TypeMeta");
            var kind = (string?)json["kind"] ?? "";
            if (!ProtobufSchema.Has(kind) || json["apiVersion"] is null)
            {
                throw NotRead($"a {kind}");
            }

            foreach (var (name, value) in Message(envelope.Find(one => one.Number == 2).Bytes, kind).ToList())
            {
                json[name] = value?.DeepClone();
            }

            return json;
        }
        catch (Exception wrong) when (wrong is FormatException or DecoderFallbackException)
        {
            throw ApiException.BadRequest($"the body cannot be read: {wrong.Message}");
        }
    }

    private static JsonObject Message(ReadOnlyMemory<byte> bytes, string type)
    {
        var json = new JsonObject();
        foreach (var value in ProtobufValue.ReadAll(bytes))
        {
            if (ProtobufSchema.Find(type, value.Number) is not { } field)
            {
                _ = value.IsZero() ? true : throw NotRead($"field {value.Number} of a {type}");
            }
            else if (field.IsList)
            {
                json[field.Name] ??= new JsonArray();
                json[field.Name]!.AsArray().Add(Value(value, field.Type));
            }
            else if (field.Type == "map")
            {
                var entry = Message(value.Bytes, "Entry");
                json[field.Name] ??= new JsonObject();
                json[field.Name]![(string?)entry["key"] ?? ""] = (string?)entry["value"] ?? "";
            }
            else if (field.IsZeroKept || !value.IsZero())
            {
                json[field.Name] = Value(value, field.Type);
            }
        }

        return json;
    }

    private static JsonNode Value(ProtobufValue value, string type) => (type, value.IsBytes) switch
    {
        ("string", true) => StrictUtf8.GetString(value.Bytes.Span),
        ("int", false) => (long)value.Whole,
        ("bool", false) => value.Whole != 0,
        ("IntOrString", true) => IntOrString(Message(value.Bytes, type)),
        (not ("string" or "int" or "bool"), true) => Message(value.Bytes, type),
        _ => throw new FormatException($"a value is no {type}"),
    };

    private static JsonNode IntOrString(JsonObject json) => json["type"] is null
        ? (long?)json["intVal"] ?? 0L
        : (string?)json["strVal"] ?? "";

    private static ApiException NotRead(string what) =>
        new(new(415, "UnsupportedMediaType", $"{what} is not read from protobuf here; send "
            + "application/json, as kubectl does when you add --dry-run=client -o yaml | kubectl apply -f -"));
}
