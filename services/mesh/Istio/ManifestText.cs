using System.Text;

namespace ColorDemo.Mesh.Istio;

/// <summary>The text of a manifest's file.</summary>
internal static class ManifestText
{
    /// <summary>The path that stands for standard input, as kubectl has it.</summary>
    public const string StandardInput = "-";

    private const int LargestFile = 16 * 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <returns>Empty when it cannot be read, which is told.</returns>
    public static string Read(string file, List<ManifestProblem> problems)
    {
        try
        {
            if (file != StandardInput && new FileInfo(file).Length == 0)
            {
                return ""; // or no file to read at all, such as a pipe
            }

            using var stream = file == StandardInput ? Console.OpenStandardInput() : File.OpenRead(file);
            using var reader = new StreamReader(stream, StrictUtf8);
            if (ReadUpTo(LargestFile, reader) is { } text)
            {
                return text;
            }

            Refuse($"the file is larger than {LargestFile} characters");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            Refuse($"the file cannot be read: {wrong.Message}");
        }

        return "";

        void Refuse(string message) => problems.Add(new(file, 1, "", message) { Code = ProblemCode.File });
    }

    private static string? ReadUpTo(int most, StreamReader reader)
    {
        var text = new StringBuilder();
        var piece = new char[64 * 1024];
        while (reader.Read(piece) is > 0 and var length)
        {
            text.Append(piece, 0, length);
            if (text.Length > most)
            {
                return null;
            }
        }

        return text.ToString();
    }
}
