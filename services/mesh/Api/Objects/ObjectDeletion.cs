using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>Deletes one object.</summary>
internal static class ObjectDeletion
{
    public static async Task AnswerAsync(ApiCall call)
    {
        var options = await DeletionOptions.ReadAsync(call);
        var deleted = call.Write(call.Path.Name, draft =>
        {
            var stored = draft.Find(call.Path.Key) ?? throw call.NotFound();
            options.Precondition.Check(call.Resource, stored);
            return Deletion.Run(draft, call, stored, options);
        }, options.IsDryRun);
        call.TellWarnings();
        await (call.Path.IsOfPods
            ? call.AnswerAsync(200, deleted)
            : JsonAnswer.WriteAsync(call.Http, 200, Success(call.Resource, deleted)));
    }

    private static JsonObject Success(ApiResource resource, StoredObject deleted)
    {
        var details = ApiStatus.Of(resource, deleted.Key.Name);
        details["uid"] = deleted.Uid;
        return new()
        {
            ["kind"] = "Status",
            ["apiVersion"] = "v1",
            ["metadata"] = new JsonObject(),
            ["status"] = "Success",
            ["details"] = details,
        };
    }
}
