using System.Text;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Api;

/// <summary>The header in which an API server tells what it did not like.</summary>
/// <remarks>Source: RFC 7234, section 5.5, with code 299, as Kubernetes sends it and kubectl prints it.</remarks>
public static class WarningHeader
{
    private const string Start = "299 - \"";

    /// <summary>Clients refuse long headers; the console has the whole list.</summary>
    private const int LongestText = 1_000;

    public static string Of(string text)
    {
        var header = new StringBuilder(Start);
        foreach (var letter in Shorten(text.ReplaceLineEndings(" ")))
        {
            header.Append(letter is '"' or '\\' ? "\\" : "").Append(letter is >= ' ' and <= '~' ? letter : '?');
        }

        return header.Append('"').ToString();
    }

    /// <param name="written">Is not named: who wrote it knows it.</param>
    internal static string TextOf(ManifestProblem warning, ObjectKey? written)
    {
        var text = warning.Field.Length > 0 ? $"{warning.Field}: {warning.Message}" : warning.Message;
        return written is not null
            && (warning.Kind, warning.Namespace, warning.Name) == (written.Kind, written.Namespace, written.Name)
                ? text
                : $"{warning.Kind} {warning.Namespace}/{warning.Name}: {text}";
    }

    private static string Shorten(string text) => text.Length <= LongestText ? text : $"{text[..LongestText]}...";
}
