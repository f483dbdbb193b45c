using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>Patches an object as <c>kubectl patch</c>, <c>apply</c>, <c>edit</c> and <c>label</c> ask.</summary>
internal static class KubernetesPatch
{
    public const string Json = "application/json-patch+json";
    public const string Merge = "application/merge-patch+json";
    public const string StrategicMerge = "application/strategic-merge-patch+json";

    private const string ServerSideApply = "application/apply-patch+yaml";

    /// <summary>
    /// Null when patches of this media type are taken. To be asked before the body is read, which need not be JSON.
    /// </summary>
    public static PatchRefusal? RefusalOf(ApiResource resource, string? contentType) => MediaTypeOf(contentType) switch
    {
        Json or Merge => null,
        StrategicMerge when resource.Model is not null => null,
        StrategicMerge => PatchRefusal.UnsupportedMediaType($"{resource.QualifiedName} are defined by a custom "
            + $"resource definition, which takes no strategic merge patch; send {Merge} or {Json}"),
        ServerSideApply => PatchRefusal.UnsupportedMediaType("server-side apply is not served by a local cluster; "
            + "use kubectl apply without --server-side"),
        var other => PatchRefusal.UnsupportedMediaType($"'{other}' is no media type of a patch; send "
            + (resource.Model is null ? "" : $"{StrategicMerge}, ") + $"{Merge} or {Json}"),
    };

    /// <param name="current">Stays as it is.</param>
    /// <param name="patch">The body; stays as it is.</param>
    public static PatchResult Apply(ApiResource resource, JsonObject current, JsonNode? patch, string? contentType)
    {
        if (RefusalOf(resource, contentType) is { } refusal)
        {
            return new(null, refusal);
        }

        try
        {
            PatchBounds.CheckBody(patch);
            var patched = MediaTypeOf(contentType) switch
            {
                Json => JsonPatch.Apply(current, patch),
                Merge => MergePatch.Apply(current, Fields(patch)),
                _ => StrategicMergePatch.Apply(current, Fields(patch), resource.Model!),
            };
            return new(patched, null);
        }
        catch (PatchException refused)
        {
            return new(null, refused.Refusal);
        }
    }

    private static JsonObject Fields(JsonNode? patch) => patch as JsonObject
        ?? throw new PatchException(PatchRefusal.BadRequest("a merge patch must be a JSON object"));

    private static string MediaTypeOf(string? contentType) =>
        (contentType ?? "").Split(';')[0].Trim().ToLowerInvariant();
}
