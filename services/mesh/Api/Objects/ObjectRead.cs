namespace ColorDemo.Mesh.Api;

/// <summary>Answers with one object.</summary>
internal static class ObjectRead
{
    public static Task AnswerAsync(ApiCall call)
    {
        var state = call.State;
        if (call.Query.ResourceVersion is { } asked && asked > state.Version)
        {
            throw new ApiException(ListPosition.InTheFuture(asked, state.Version));
        }

        var found = state.Find(call.Path.Key) ?? throw call.NotFound();
        if (call.Api.Refused() is { } why)
        {
            call.Warn(why);
        }

        return call.AnswerAsync(200, found);
    }
}
