using System.Text.Json;
using System.Text.Json.Nodes;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Api;

/// <summary>An object as it was after one change. Nobody alters it any more.</summary>
public sealed class StoredObject
{
    internal StoredObject(ObjectKey key, JsonObject json, long version, ManifestSet? says)
    {
        Key = key;
        Json = json;
        Version = version;
        Says = says;
        Utf8 = JsonSerializer.SerializeToUtf8Bytes(json);
    }

    public ObjectKey Key { get; }

    /// <summary>Complete, in the version that is stored. To be cloned before it is altered.</summary>
    public JsonObject Json { get; }

    /// <summary>The same as bytes: most answers are made of these.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }

    /// <summary>Its <c>metadata.resourceVersion</c>.</summary>
    public long Version { get; }

    /// <summary>What the mesh reads in it; null for what the cluster itself makes, such as pods and events.</summary>
    internal ManifestSet? Says { get; }

    public string Uid => (string)Json["metadata"]!["uid"]!;

    public bool IsBeingDeleted => Json["metadata"]!["deletionTimestamp"] is not null;

    /// <summary>The file and line, or the field manager, that wrote it last.</summary>
    public string Origin => (string?)Json["metadata"]!["annotations"]?[ServerMetadata.OriginAnnotation] ?? "";

    /// <summary>The same object, whose fields stand elsewhere in its file now.</summary>
    internal StoredObject ReadAgain(ManifestDocument document) =>
        new(Key, Json, Version, ManifestReader.Interpret([document with { Json = Json }]));
}
