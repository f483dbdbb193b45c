namespace ColorDemo.Mesh.Api;

/// <summary>Ends the work on a patch; <see cref="KubernetesPatch"/> alone catches it.</summary>
internal sealed class PatchException(PatchRefusal refusal) : Exception(refusal.Message)
{
    public PatchRefusal Refusal { get; } = refusal;
}
