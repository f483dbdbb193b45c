using System.Globalization;
using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>The metadata that only the server writes, whatever a client sends.</summary>
/// <remarks>Source: Kubernetes API conventions, "Metadata".</remarks>
public static class ServerMetadata
{
    /// <summary>Tells who wrote the object last: <c>manifests/mesh/gateway.yaml:1</c>, or a field manager.</summary>
    public const string OriginAnnotation = "color-demo.local/origin";

    private static readonly string[] NotTaken =
        ["managedFields", "selfLink", "deletionTimestamp", "deletionGracePeriodSeconds", "uid"];

    /// <summary>Not kept when they are empty: the last label that is taken off leaves nothing behind.</summary>
    internal static readonly string[] Maps = ["labels", "annotations"];

    /// <param name="json">As the writer wants it; completed in place.</param>
    internal static void Complete(
        JsonObject json, ObjectKey key, StoredObject? before, long version, DateTimeOffset now)
    {
        var metadata = Member(json, "metadata");
        var old = before?.Json["metadata"];
        foreach (var name in NotTaken)
        {
            metadata.Remove(name);
            if (old?[name] is { } kept)
            {
                metadata[name] = kept.DeepClone();
            }
        }

        foreach (var name in Maps.Where(name => metadata[name] is JsonObject { Count: 0 }))
        {
            metadata.Remove(name);
        }

        metadata["name"] = key.Name;
        if (key.Namespace.Length > 0)
        {
            metadata["namespace"] = key.Namespace;
        }

        metadata["uid"] ??= Guid.NewGuid().ToString();
        metadata["creationTimestamp"] = (old ?? metadata)["creationTimestamp"]?.DeepClone() ?? Time(now);
        metadata["generation"] = before is null ? 1L : Generation(before) + (HasSameSpec(json, before.Json) ? 0 : 1);
        metadata["resourceVersion"] = version.ToString(CultureInfo.InvariantCulture);
    }

    internal static void SetOrigin(JsonObject json, string origin) =>
        Member(Member(json, "metadata"), "annotations")[OriginAnnotation] = origin;

    /// <summary>As Kubernetes writes a time, to the second.</summary>
    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Whether a change would be none, but for what the server writes itself.</summary>
    internal static bool IsSame(JsonObject one, JsonObject other) =>
        JsonNode.DeepEquals(WithoutCounters(one, origin: false), WithoutCounters(other, origin: false));

    internal static bool IsSameWithOrigin(JsonObject one, JsonObject other) =>
        JsonNode.DeepEquals(WithoutCounters(one, origin: true), WithoutCounters(other, origin: true));

    private static JsonObject WithoutCounters(JsonObject json, bool origin)
    {
        var copy = json.DeepClone().AsObject();
        var metadata = Member(copy, "metadata");
        if (!origin && metadata["annotations"] is JsonObject annotations)
        {
            annotations.Remove(OriginAnnotation);
        }

        metadata.Remove("resourceVersion");
        metadata.Remove("generation");
        metadata.Remove("managedFields");
        return copy;
    }

    private static long Generation(StoredObject stored) => (long?)stored.Json["metadata"]!["generation"] ?? 1;

    private static bool HasSameSpec(JsonObject one, JsonObject other)
    {
        var names = one.Select(field => field.Key).Union(other.Select(field => field.Key));
        return names.Except(["metadata", "status"]).All(name => JsonNode.DeepEquals(one[name], other[name]));
    }

    private static JsonObject Member(JsonObject json, string name)
    {
        if (json[name] is JsonObject member)
        {
            return member;
        }

        var added = new JsonObject();
        json[name] = added;
        return added;
    }
}
