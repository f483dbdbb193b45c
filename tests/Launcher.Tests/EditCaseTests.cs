using System.Runtime.CompilerServices;

namespace ColorDemo.Launcher.Tests;

/// <summary>A case is a folder: the file before, one object as it is wanted, the file after.</summary>
/// <remarks>COLORDEMO_ACCEPT=1 writes what came out as the new expectation, to be read and committed.</remarks>
public class EditCaseTests
{
    private static readonly bool Accepts = Environment.GetEnvironmentVariable("COLORDEMO_ACCEPT") == "1";

    public static TheoryData<string> Cases =>
        [.. Directory.EnumerateDirectories(Root()).Select(folder => Path.GetFileName(folder)).Order()];

    [Theory, MemberData(nameof(Cases))]
    public void Only_what_is_wanted_changes(string name)
    {
        var before = File.ReadAllText(Path.Combine(Root(), name, "before.yaml"));
        var wanted = Edited.Objects(File.ReadAllText(Path.Combine(Root(), name, "wanted.yaml")))[0];

        var after = Edited.With(before, wanted);

        if (Accepts)
        {
            File.WriteAllText(Path.Combine(Root(), name, "after.yaml"), after);
        }

        Assert.Equal(File.ReadAllText(Path.Combine(Root(), name, "after.yaml")), after);
    }

    private static string Root([CallerFilePath] string file = "") =>
        Path.Combine(Accepts ? Path.GetDirectoryName(file)! : AppContext.BaseDirectory, "Edits");
}
