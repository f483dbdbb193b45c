using System.Runtime.CompilerServices;

namespace ColorDemo.Mesh.Tests.FieldTable;

public class FieldTableTests
{
    private const string Begin = "<!-- fields: written by FieldTableTests -->\n";
    private const string End = "<!-- end of fields -->\n";

    /// <remarks>COLORDEMO_ACCEPT=1 writes the table into the README, to be read and committed.</remarks>
    [Fact]
    public void The_table_of_fields_in_the_README_is_what_the_readers_do()
    {
        var path = Path.GetFullPath(Path.Combine(SourceFolder(), "../../../services/mesh/README.md"));
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var from = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var to = text.IndexOf(End, StringComparison.Ordinal);
        var table = FieldTable.Write();
        if (Environment.GetEnvironmentVariable("COLORDEMO_ACCEPT") == "1")
        {
            File.WriteAllText(path, $"{text[..from]}{table}{text[to..]}");
            return;
        }

        Assert.Equal(table, text[from..to]);
    }

    private static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
