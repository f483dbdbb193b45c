using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>Answers with a list, whole or in pages. All pages show the moment of the first one.</summary>
internal static class ObjectList
{
    public static Task AnswerAsync(ApiCall call)
    {
        var selection = new Selection(call);
        var position = ListPosition.Of(call);
        var rest = selection.In(position.State.Objects.Values)
            .Where(one => position.After is not { } last || ObjectKey.ListOrder.Compare(one.Key, last) > 0)
            .ToList();
        var asked = call.Query.WholeNumber("limit");
        var limit = asked is > 0 and < int.MaxValue ? (int)asked : int.MaxValue;
        var metadata = new JsonObject { ["resourceVersion"] = $"{position.State.Version}" };
        if (rest.Count > limit)
        {
            metadata["continue"] = position.TokenAfter(rest[limit - 1].Key);
            if (selection.IsAll)
            {
                metadata["remainingItemCount"] = rest.Count - limit;
            }

            rest.RemoveRange(limit, rest.Count - limit);
        }

        if (call.Api.Refused() is { } why)
        {
            call.Warn(why);
        }

        return WriteAsync(call, rest, metadata);
    }

    public static Task WriteAsync(ApiCall call, IReadOnlyList<StoredObject> objects, JsonObject metadata)
    {
        call.TellWarnings();
        if (call.Form == AnswerForm.Table)
        {
            var table = new ShownTable(call).Of(objects, 0);
            table["metadata"] = metadata;
            return JsonAnswer.WriteAsync(call.Http, 200, table);
        }

        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteString("kind", $"{call.Resource.Kind}List");
            json.WriteString("apiVersion", call.Path.ApiVersion);
            json.WritePropertyName("metadata");
            metadata.WriteTo(json);
            json.WriteStartArray("items");
            foreach (var one in objects)
            {
                json.WriteRawValue(ShownObject.Utf8(one, call.Path.ApiVersion).Span, skipInputValidation: true);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return JsonAnswer.WriteAsync(call.Http, 200, body.WrittenMemory);
    }
}
