using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>Changes the status of an object and nothing else of it.</summary>
internal static class ObjectStatus
{
    public static async Task ReplaceAsync(ApiCall call)
    {
        var sent = await RequestBody.ReadObjectAsync(call.Http.Request);
        await WriteAsync(call, _ => sent);
    }

    public static async Task PatchAsync(ApiCall call)
    {
        var patch = await SentPatch.ReadAsync(call);
        await WriteAsync(call, before => patch.ApplyTo(call.Resource, ShownObject.Json(before, call.Path.ApiVersion)));
    }

    private static async Task WriteAsync(ApiCall call, Func<StoredObject, JsonObject> wanted)
    {
        ObjectWrite.RefusePods(call.Path, call.Path.Name);
        var changed = call.Write(call.Path.Name, draft =>
        {
            var before = draft.Find(call.Path.Key) ?? throw call.NotFound();
            var written = WrittenObject.Of(call.Path, wanted(before));
            Precondition.Of(written).Check(call.Resource, before);
            return draft.PutStatus(call.Path.Key, StatusOf(call, written))!;
        }, call.Query.IsDryRun);
        await call.AnswerAsync(200, changed);
    }

    private static JsonObject StatusOf(ApiCall call, WrittenObject written)
    {
        if (written.Json["status"] is not (null or JsonObject))
        {
            throw new ApiException(
                InvalidObject.Of(call.Resource, call.Path.Name, "status", "must be a mapping of fields"));
        }

        ObjectWrite.CheckModel(call.Resource, ObjectWrite.Document(call, written.Json));
        return (JsonObject?)written.Json["status"]?.DeepClone() ?? [];
    }
}
