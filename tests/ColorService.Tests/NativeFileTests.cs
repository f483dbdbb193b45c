namespace ColorDemo.ColorService.Tests;

/// <summary>
/// What <c>dotnet publish</c> gives, when <c>COLORDEMO_COLOR_SVC</c> names it; all other tests ask it then.
/// </summary>
public sealed class NativeFileTests
{
    private const long MiB = 1024 * 1024;

    [Fact]
    public void It_is_one_file_and_no_larger_than_20_MiB()
    {
        var file = new FileInfo(NativeFile);

        Assert.Equal([file.Name], file.Directory!.EnumerateFileSystemInfos().Select(one => one.Name));
        Assert.InRange(file.Length, MiB, 20 * MiB);
    }

    [Fact]
    public void It_is_a_program_of_this_operating_system_and_not_of_dotnet()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "ELF is what Linux runs.");
        using var file = File.OpenRead(NativeFile);
        var magic = new byte[4];
        file.ReadExactly(magic);

        Assert.Equal("\u007fELF"u8.ToArray(), magic);
    }

    private static string NativeFile
    {
        get
        {
            var file = Environment.GetEnvironmentVariable("COLORDEMO_COLOR_SVC");
            Assert.SkipWhen(string.IsNullOrEmpty(file), "COLORDEMO_COLOR_SVC names no native file");
            return file;
        }
    }
}
