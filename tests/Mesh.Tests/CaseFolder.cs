using System.Runtime.CompilerServices;

namespace ColorDemo.Mesh.Tests;

/// <summary>A test case as a folder: what goes in, and the text that is expected to come out.</summary>
/// <remarks>COLORDEMO_ACCEPT=1 writes what came out as the new expectation, to be read and committed.</remarks>
internal sealed record CaseFolder(string Path)
{
    private static readonly bool Accepts = Environment.GetEnvironmentVariable("COLORDEMO_ACCEPT") == "1";

    public static TheoryData<string> Names(string kind) =>
        [.. Directory.EnumerateDirectories(Root(kind)).Select(folder => System.IO.Path.GetFileName(folder)!).Order()];

    public static CaseFolder Of(string kind, string name) => new(System.IO.Path.Combine(Root(kind), name));

    public string this[string file] => System.IO.Path.Combine(Path, file);

    public void Expect(string actual, string file = "expected.txt")
    {
        if (Accepts)
        {
            File.WriteAllText(this[file], actual);
        }

        Assert.Equal(File.ReadAllText(this[file]).ReplaceLineEndings("\n"), actual.ReplaceLineEndings("\n"));
    }

    private static string Root(string kind) => Accepts
        ? System.IO.Path.Combine(SourceFolder(), kind)
        : System.IO.Path.Combine(AppContext.BaseDirectory, kind);

    private static string SourceFolder([CallerFilePath] string file = "") => System.IO.Path.GetDirectoryName(file)!;
}
