namespace ColorDemo.Mesh.Api;

/// <summary>What a client believes about the object that it changes; empty is no belief.</summary>
internal sealed record Precondition(string Uid, string ResourceVersion)
{
    public static Precondition Of(WrittenObject written) => new(written.Uid, written.ResourceVersion);

    /// <exception cref="ApiException">It is another object by now, or a newer one.</exception>
    public void Check(ApiResource resource, StoredObject stored)
    {
        if (Uid.Length > 0 && Uid != stored.Uid)
        {
            throw new ApiException(ApiStatus.Conflict(resource, stored.Key.Name,
                $"Precondition failed: UID in precondition: {Uid}, UID in object meta: {stored.Uid}"));
        }

        if (ResourceVersion.Length > 0 && ResourceVersion != $"{stored.Version}")
        {
            throw new ApiException(ApiStatus.Conflict(resource, stored.Key.Name,
                "the object has been modified; please apply your changes to the latest version and try again"));
        }
    }
}
