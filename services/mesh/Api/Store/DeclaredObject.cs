using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>An object as somebody would write it into a file: without what only the server knows.</summary>
public static class DeclaredObject
{
    private static readonly string[] ServerFields =
    [
        "creationTimestamp", "deletionGracePeriodSeconds", "deletionTimestamp", "generation", "managedFields",
        "resourceVersion", "selfLink", "uid",
    ];

    private static readonly string[] ServerAnnotations =
        [ServerMetadata.OriginAnnotation, LastApplied.Annotation, "deployment.kubernetes.io/revision"];

    /// <param name="stored">As the API serves it.</param>
    /// <param name="file">
    /// As a file says it. What that leaves out stays out where it only says what holds anyway: a default, the
    /// namespace <c>default</c>, a newer name of the same version.
    /// </param>
    public static JsonObject Of(JsonObject stored, JsonObject? file = null)
    {
        var json = stored.DeepClone().AsObject();
        json.Remove("status");
        if (json["metadata"] is JsonObject metadata)
        {
            TakeOut(metadata, ServerFields);
            if (metadata["annotations"] is JsonObject annotations)
            {
                TakeOut(annotations, ServerAnnotations);
                if (annotations.Count == 0)
                {
                    metadata.Remove("annotations");
                }
            }
        }

        if (file is not null)
        {
            Shorten(json, file);
        }

        return json;
    }

    private static void Shorten(JsonObject json, JsonObject file)
    {
        var filled = file.DeepClone().AsObject();
        Defaults.Fill(filled, ObjectKey.Of(file));
        filled.Remove("status");
        if (filled["metadata"] is JsonObject metadata)
        {
            metadata["namespace"] ??= "default";
        }

        json["apiVersion"] = file["apiVersion"]?.DeepClone();
        var whole = json.DeepClone().AsObject();
        TakeOutAdded(json, file, filled);
        var again = json.DeepClone().AsObject();
        Defaults.Fill(again, ObjectKey.Of(file));
        PutBackMissed(json, again, whole);
        PutBack(json, file, ["status"]); // a file may have it, and nobody reads it there
        PutBack(json["metadata"] as JsonObject, file["metadata"] as JsonObject, ServerFields);
        PutBack(
            json["metadata"]?["annotations"] as JsonObject, file["metadata"]?["annotations"] as JsonObject,
            ServerAnnotations);
        PutBack(json["metadata"] as JsonObject, file["metadata"] as JsonObject, EmptyMapsOf(json, file));
    }

    /// <summary>A file may have them, and the server does not keep them.</summary>
    private static string[] EmptyMapsOf(JsonObject json, JsonObject file) =>
    [
        .. ServerMetadata.Maps.Where(name =>
            file["metadata"]?[name] is JsonObject { Count: 0 } && json["metadata"]?[name] is null),
    ];

    private static void PutBack(JsonObject? json, JsonObject? file, string[] names)
    {
        foreach (var name in names)
        {
            if (json is not null && file is not null && file.TryGetPropertyValue(name, out var value))
            {
                json[name] = value?.DeepClone();
            }
        }
    }

    /// <summary>Takes out what is there only because it was filled in.</summary>
    private static void TakeOutAdded(JsonNode? json, JsonNode? file, JsonNode? filled)
    {
        if (json is JsonObject fields && file is JsonObject before && filled is JsonObject after)
        {
            foreach (var name in after.Select(field => field.Key).ToList())
            {
                if (before.ContainsKey(name))
                {
                    TakeOutAdded(fields[name], before[name], after[name]);
                }
                else if (JsonNode.DeepEquals(fields[name], after[name]))
                {
                    fields.Remove(name);
                }
            }
        }
        else if (json is JsonArray items && file is JsonArray old && filled is JsonArray full)
        {
            var places = ItemAlignment.Of(full, items);
            for (var index = 0; index < items.Count; index++)
            {
                if (places[index] is >= 0 and var place)
                {
                    TakeOutAdded(items[index], old[place], full[place]);
                }
            }
        }
    }

    /// <summary>
    /// Puts back what would be filled in otherwise: a port's number was the default of its target, and has changed.
    /// </summary>
    private static void PutBackMissed(JsonNode? json, JsonNode? again, JsonNode? whole)
    {
        if (json is JsonObject fields && again is JsonObject filled && whole is JsonObject all)
        {
            foreach (var (name, value) in all)
            {
                if (fields.ContainsKey(name))
                {
                    PutBackMissed(fields[name], filled[name], value);
                }
                else if (filled.ContainsKey(name) && !JsonNode.DeepEquals(filled[name], value))
                {
                    fields[name] = value?.DeepClone();
                }
            }
        }
        else if (json is JsonArray items && again is JsonArray full && whole is JsonArray every)
        {
            for (var index = 0; index < items.Count; index++)
            {
                PutBackMissed(items[index], full[index], every[index]);
            }
        }
    }

    private static void TakeOut(JsonObject json, string[] names)
    {
        foreach (var name in names)
        {
            json.Remove(name);
        }
    }
}
