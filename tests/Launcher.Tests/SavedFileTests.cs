using ColorDemo.Launcher.Saving;

namespace ColorDemo.Launcher.Tests;

public sealed class SavedFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

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
