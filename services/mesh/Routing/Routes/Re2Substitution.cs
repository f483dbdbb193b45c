using System.Text;
using System.Text.RegularExpressions;

namespace ColorDemo.Mesh.Routing;

/// <summary>
/// Puts groups into a substitution as RE2 writes it: <c>\1</c> is the first group, <c>\0</c> the match.
/// </summary>
internal static class Re2Substitution
{
    public static string Expand(string substitution, Match match)
    {
        var text = new StringBuilder();
        for (var index = 0; index < substitution.Length; index++)
        {
            if (substitution[index] == '\\' && index + 1 < substitution.Length)
            {
                var next = substitution[++index];
                text.Append(char.IsAsciiDigit(next) ? match.Groups[next - '0'].Value : $"{next}");
            }
            else
            {
                text.Append(substitution[index]);
            }
        }

        return text.ToString();
    }
}
