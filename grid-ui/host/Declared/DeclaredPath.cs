using ColorDemo.Grid.Wire;

namespace ColorDemo.GridHost;

/// <summary>What manifests declare for a target's requests.</summary>
/// <param name="Split">Absent when there is none; then <paramref name="Unknown"/> says why, in a sentence.</param>
/// <param name="Circumstances">Without a rule when none matches, or the manifests are unknown.</param>
/// <param name="Services">Full names of the services that may be asked.</param>
public sealed record DeclaredPath(
    DeclaredSplit? Split, string? Unknown, Circumstances Circumstances, IReadOnlyList<string> Services)
{
    public static DeclaredPath Nothing(string unknown) => new(null, unknown, Circumstances.None, []);
}
