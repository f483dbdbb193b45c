namespace ColorDemo.Mesh.Api;

/// <summary>Why a patch is not applied, as Kubernetes' Status says it.</summary>
/// <param name="Code">The HTTP status: 400, 413, 415 or 422.</param>
/// <param name="Reason">For example <c>Invalid</c>.</param>
internal sealed record PatchRefusal(int Code, string Reason, string Message)
{
    /// <summary>What was sent is no patch of its media type.</summary>
    public static PatchRefusal BadRequest(string message) => new(400, "BadRequest", message);

    public static PatchRefusal TooLarge(string message) => new(413, "RequestEntityTooLarge", message);

    public static PatchRefusal UnsupportedMediaType(string message) => new(415, "UnsupportedMediaType", message);

    /// <summary>A patch that cannot be applied to this object.</summary>
    public static PatchRefusal Invalid(string message) => new(422, "Invalid", message);
}
