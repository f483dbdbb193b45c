using System.Text;

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

    private static string Shorten(string text) => text.Length <= LongestText ? text : $"{text[..LongestText]}...";
}
