using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Api;

/// <summary>What can be done at the address of objects.</summary>
internal static class ObjectMethods
{
    public static Task AnswerAsync(ApiCall call)
    {
        if (call.Path.IsNotServedOnPurpose)
        {
            throw new ApiException(new(501, "NotImplemented",
                $"a local cluster does not serve {call.Path.Subresource}: its pods are processes of this machine"));
        }

        var methods = Of(call.Path);
        return methods.TryGetValue(call.Http.Request.Method, out var answer)
            ? answer(call)
            : throw new ApiException(ApiStatus.MethodNotAllowed(string.Join(", ", methods.Keys)));
    }

    private static Dictionary<string, Func<ApiCall, Task>> Of(ApiPath path) => path switch
    {
        { Subresource: "log" } => new() { [HttpMethods.Get] = PodLogAnswer.AnswerAsync },
        { Subresource: "scale" } => new()
        {
            [HttpMethods.Get] = DeploymentScale.ReadAsync,
            [HttpMethods.Put] = DeploymentScale.ReplaceAsync,
            [HttpMethods.Patch] = DeploymentScale.PatchAsync,
        },
        { Subresource: "status" } => new()
        {
            [HttpMethods.Get] = ObjectRead.AnswerAsync,
            [HttpMethods.Put] = ObjectStatus.ReplaceAsync,
            [HttpMethods.Patch] = ObjectStatus.PatchAsync,
        },
        { Name.Length: > 0 } => new()
        {
            [HttpMethods.Get] = ObjectRead.AnswerAsync,
            [HttpMethods.Put] = ObjectReplacement.AnswerAsync,
            [HttpMethods.Patch] = ObjectPatch.AnswerAsync,
            [HttpMethods.Delete] = ObjectDeletion.AnswerAsync,
        },
        { IsOfAllNamespaces: true } => new() { [HttpMethods.Get] = ListOrWatchAsync },
        { Resource: { Group: "", Kind: "Namespace" } } => new() // which nobody deletes all at once
        {
            [HttpMethods.Get] = ListOrWatchAsync,
            [HttpMethods.Post] = ObjectCreation.AnswerAsync,
        },
        _ => new()
        {
            [HttpMethods.Get] = ListOrWatchAsync,
            [HttpMethods.Post] = ObjectCreation.AnswerAsync,
            [HttpMethods.Delete] = CollectionDeletion.AnswerAsync,
        },
    };

    private static Task ListOrWatchAsync(ApiCall call) =>
        call.Query.IsWatch ? Watch.AnswerAsync(call) : ObjectList.AnswerAsync(call);
}
