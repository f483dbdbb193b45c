namespace ColorDemo.Launcher;

/// <summary>Texts of files reach a terminal; none of them may command it.</summary>
internal static class SafeText
{
    public static string Of(string text) =>
        string.Concat(text.Select(letter => char.IsControl(letter) && letter != '\n' ? '?' : letter));
}
