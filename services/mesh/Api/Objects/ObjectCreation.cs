namespace ColorDemo.Mesh.Api;

/// <summary>Makes a new object.</summary>
internal static class ObjectCreation
{
    private const int MostTries = 8; // for a generated name that nobody has

    public static async Task AnswerAsync(ApiCall call)
    {
        var written = WrittenObject.Of(call.Path, await RequestBody.ReadObjectAsync(call.Http.Request));
        if (written.ResourceVersion.Length > 0)
        {
            throw ApiException.BadRequest("metadata.resourceVersion must be left out of a new object");
        }

        ObjectWrite.RefusePods(call.Path, written.Name);
        foreach (var ofServer in (string[])["creationTimestamp", "uid", "generation"])
        {
            written.Metadata.Remove(ofServer);
        }

        var isGenerated = written.Name.Length == 0 && written.GenerateName.Length > 0;
        if (!isGenerated)
        {
            CheckName(call, written);
        }

        var created = call.Write(written.Name, draft => Create(call, draft, written, isGenerated), call.Query.IsDryRun);
        await call.AnswerWrittenAsync(201, created);
    }

    private static StoredObject Create(ApiCall call, StoreDraft draft, WrittenObject written, bool isGenerated)
    {
        var space = call.Path.Namespace;
        if (space.Length > 0 && draft.Find(new("", "Namespace", "", space)) is null)
        {
            throw new ApiException(ApiStatus.NotFound(ApiResources.Find("", "v1", "namespaces")!, space));
        }

        for (var tries = 1; isGenerated && tries <= MostTries; tries++)
        {
            written.Metadata["name"] = ObjectName.Generate(written.GenerateName);
            if (draft.Find(call.Path.Key with { Name = written.Name }) is null)
            {
                CheckName(call, written);
                break;
            }
        }

        if (draft.Find(call.Path.Key with { Name = written.Name }) is not null)
        {
            throw new ApiException(ApiStatus.AlreadyExists(call.Resource, written.Name));
        }

        written.CheckLabels(call.Resource);
        return ObjectWrite.Put(call, draft, written.Json);
    }

    private static void CheckName(ApiCall call, WrittenObject written)
    {
        if (ObjectName.ProblemOf(call.Resource, written.Name) is { } problem)
        {
            throw new ApiException(InvalidObject.Of(call.Resource, written.Name, "metadata.name", problem));
        }
    }
}
