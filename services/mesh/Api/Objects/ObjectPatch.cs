namespace ColorDemo.Mesh.Api;

/// <summary>Changes some fields of an object.</summary>
internal static class ObjectPatch
{
    public static async Task AnswerAsync(ApiCall call)
    {
        ObjectWrite.RefusePods(call.Path, call.Path.Name);
        var patch = await SentPatch.ReadAsync(call);
        var patched = call.Write(call.Path.Name, draft =>
        {
            var before = draft.Find(call.Path.Key) ?? throw call.NotFound();
            var json = patch.ApplyTo(call.Resource, ShownObject.Json(before, call.Path.ApiVersion));
            var written = WrittenObject.Of(call.Path, json);
            Precondition.Of(written).Check(call.Resource, before);
            written.CheckLabels(call.Resource);
            return ObjectWrite.Put(call, draft, written.Json);
        }, call.Query.IsDryRun);
        await call.AnswerWrittenAsync(200, patched);
    }
}
