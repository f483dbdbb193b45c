using ColorDemo.Launcher.Saving;

namespace ColorDemo.Launcher.Tests;

public sealed class SavedFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string FilePath => Path.Combine(_folder.FullName, "thing.yaml");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_file_gets_its_new_text_and_keeps_its_rights()
    {
        File.WriteAllBytes(FilePath, [0xef, 0xbb, 0xbf, .. "a: 1\r\n"u8]);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(FilePath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherWrite);
        }

        var read = SavedFile.Read(FilePath);
        SavedFile.Replace(FilePath, read, read.Replace("1", "ü"));

        Assert.Equal([0xef, 0xbb, 0xbf, .. "a: ü\r\n"u8], File.ReadAllBytes(FilePath));
        Assert.Equal([FilePath], Directory.GetFiles(_folder.FullName));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherWrite,
                File.GetUnixFileMode(FilePath));
        }
    }

    [Fact]
    public void What_somebody_else_wrote_meanwhile_is_left_alone()
    {
        File.WriteAllText(FilePath, "a: 1\n");
        var read = SavedFile.Read(FilePath);
        File.WriteAllText(FilePath, "a: 2\n");

        var refused = Assert.Throws<CannotSaveException>(() => SavedFile.Replace(FilePath, read, "a: 3\n"));

        Assert.Equal($"{FilePath}:1: the file was changed meanwhile, and is left as it is", refused.Message);
        Assert.Equal("a: 2\n", File.ReadAllText(FilePath));
        Assert.Equal([FilePath], Directory.GetFiles(_folder.FullName));
    }

    [Fact]
    public async Task What_an_editor_adds_to_the_file_that_it_has_open_stays()
    {
        for (var tries = 1; ; tries++) // one that adds too late is not noticed
        {
            await File.WriteAllTextAsync(FilePath, "a: 1\n", Stop);
            await using var editor = new FileStream(
                FilePath, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            var saving = Task.Run(() => SavedFile.Replace(FilePath, "a: 1\n", "a: 2\n"), Stop);
            while (!saving.IsCompleted && await File.ReadAllTextAsync(FilePath, Stop) != "a: 2\n")
            {
                await Task.Yield();
            }

            await editor.WriteAsync("# mine\n"u8.ToArray(), Stop);
            await editor.FlushAsync(Stop);
            if (await Record.ExceptionAsync(() => saving) is { } refused)
            {
                Assert.IsType<CannotSaveException>(refused);
                Assert.Equal("a: 1\n# mine\n", await File.ReadAllTextAsync(FilePath, Stop));
                Assert.Equal([FilePath], Directory.GetFiles(_folder.FullName));
                return;
            }

            Assert.True(tries < 50, "what the editor added is lost");
        }
    }

    [Fact]
    public void A_link_stays_a_link()
    {
        File.WriteAllText(FilePath, "a: 1\n");
        var link = Path.Combine(_folder.FullName, "link.yaml");
        File.CreateSymbolicLink(link, FilePath);

        SavedFile.Replace(link, SavedFile.Read(link), "a: 2\n");

        Assert.Equal(FilePath, new FileInfo(link).LinkTarget);
        Assert.Equal("a: 2\n", File.ReadAllText(FilePath));
    }

    [Fact]
    public void A_file_that_is_gone_or_is_no_text_is_refused()
    {
        Assert.StartsWith($"{FilePath}:1: the file cannot be read: ",
            Assert.Throws<CannotSaveException>(() => SavedFile.Read(FilePath)).Message);
        Assert.Contains("the file cannot be ",
            Assert.Throws<CannotSaveException>(() => SavedFile.Replace(FilePath, "", "a")).Message);
        File.WriteAllBytes(FilePath, [0xff, 0xfe, 0x00]);
        Assert.StartsWith($"{FilePath}:1: the file cannot be read: ",
            Assert.Throws<CannotSaveException>(() => SavedFile.Read(FilePath)).Message);
    }
}
