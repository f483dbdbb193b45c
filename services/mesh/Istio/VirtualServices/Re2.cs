using System.Text.RegularExpressions;

namespace ColorDemo.Mesh.Istio;

/// <summary>A regular expression in RE2's syntax, which is linear in the text.</summary>
/// <param name="Pattern">As written.</param>
/// <param name="Whole">Matches only the whole text.</param>
/// <param name="Part">Matches anywhere in it.</param>
public sealed record Re2(string Pattern, Regex Whole, Regex Part)
{
    public override string ToString() => Pattern;
}
