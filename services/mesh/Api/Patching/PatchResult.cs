using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>Either the patched object or a refusal.</summary>
/// <param name="Object">
/// Shares nothing with the object that was patched. Not validated: a patch can have taken its name or its kind away.
/// </param>
internal sealed record PatchResult(JsonObject? Object, PatchRefusal? Refusal)
{
    [MemberNotNullWhen(true, nameof(Object))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsApplied => Refusal is null;
}
