using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>Deletes all objects of a kind and namespace that selectors match; answers with them.</summary>
internal static class CollectionDeletion
{
    public static async Task AnswerAsync(ApiCall call)
    {
        var selection = new Selection(call);
        var options = await DeletionOptions.ReadAsync(call);
        var deleted = call.Write("", draft => selection.In(draft.Objects).ToList()
            .ConvertAll(stored =>
            {
                options.Precondition.Check(call.Resource, stored);
                return Deletion.Run(draft, call, stored, options);
            }), options.IsDryRun);
        await ObjectList.WriteAsync(
            call, deleted, new JsonObject { ["resourceVersion"] = $"{call.State.Version}" });
    }
}
