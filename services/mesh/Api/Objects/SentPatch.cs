using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>A patch as a client sent it, to be applied to whatever is stored when its turn comes.</summary>
internal sealed record SentPatch(JsonNode? Body, string? ContentType)
{
    public static async Task<SentPatch> ReadAsync(ApiCall call)
    {
        var request = call.Http.Request;
        if (KubernetesPatch.RefusalOf(call.Resource, request.ContentType) is { } refusal)
        {
            throw Refused(refusal);
        }

        return new(RequestBody.ReadNode(await RequestBody.ReadAsync(request)), request.ContentType);
    }

    /// <param name="resource">Of what is patched; its lists are merged by its model.</param>
    public JsonObject ApplyTo(ApiResource resource, JsonObject current)
    {
        var result = KubernetesPatch.Apply(resource, current, Body, ContentType);
        return result.IsApplied ? result.Object : throw Refused(result.Refusal);
    }

    private static ApiException Refused(PatchRefusal refusal) =>
        new(new ApiStatus(refusal.Code, refusal.Reason, refusal.Message));
}
