namespace ColorDemo.Mesh.Api;

/// <summary>Puts a new object in the place of one that is there.</summary>
internal static class ObjectReplacement
{
    public static async Task AnswerAsync(ApiCall call)
    {
        ObjectWrite.RefusePods(call.Path, call.Path.Name);
        var written = WrittenObject.Of(call.Path, await RequestBody.ReadObjectAsync(call.Http.Request));
        var replaced = call.Write(call.Path.Name, draft =>
        {
            var before = draft.Find(call.Path.Key) ?? throw call.NotFound();
            Precondition.Of(written).Check(call.Resource, before);
            written.CheckLabels(call.Resource);
            return ObjectWrite.Put(call, draft, written.Json);
        }, call.Query.IsDryRun);
        await call.AnswerWrittenAsync(200, replaced);
    }
}
