using System.Text.Json;
using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>A stored object in the version that a client asks for; all versions have the same fields.</summary>
internal static class ShownObject
{
    public static ReadOnlyMemory<byte> Utf8(StoredObject stored, string apiVersion) =>
        IsStoredIn(apiVersion, stored) ? stored.Utf8 : JsonSerializer.SerializeToUtf8Bytes(Json(stored, apiVersion));

    /// <returns>To be cloned before it is altered.</returns>
    public static JsonObject Json(StoredObject stored, string apiVersion)
    {
        if (IsStoredIn(apiVersion, stored))
        {
            return stored.Json;
        }

        var json = stored.Json.DeepClone().AsObject();
        json["apiVersion"] = apiVersion;
        return json;
    }

    private static bool IsStoredIn(string apiVersion, StoredObject stored) =>
        (string?)stored.Json["apiVersion"] == apiVersion;
}
