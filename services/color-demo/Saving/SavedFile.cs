using System.Text;

namespace ColorDemo.Launcher.Saving;

/// <summary>Puts a new text in the place of a file's old one, all of it or nothing.</summary>
internal static class SavedFile
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>With its byte order mark, if it has one.</summary>
    /// <exception cref="CannotSaveException">The file cannot be read, or is not UTF-8.</exception>
    public static string Read(string file) => Try(file, "read", () => StrictUtf8.GetString(File.ReadAllBytes(file)));

    /// <summary>Writes beside the file, then renames: a reader sees the old text or the new one.</summary>
    /// <param name="read">What <see cref="Read"/> gave: another text on the disk is somebody's newer work.</param>
    /// <exception cref="CannotSaveException">The file was changed meanwhile, or cannot be written.</exception>
    public static void Replace(string file, string read, string text)
    {
        Try(file, "written", () =>
        {
            var target = File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(file);
            var beside = Path.Combine(
                Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Guid.NewGuid():n}.saving");
            try
            {
                WriteAs(target, beside, text);
                if (Read(target) != read)
                {
                    throw new CannotSaveException(file, 1, "", "the file was changed meanwhile, and is left as it is");
                }

                File.Move(beside, target, overwrite: true);
            }
            finally
            {
                File.Delete(beside);
            }

            return target;
        });
    }

    /// <summary>With the rights that the file has.</summary>
    private static void WriteAs(string target, string beside, string text)
    {
        using var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write);
        stream.Write(StrictUtf8.GetBytes(text));
        stream.Flush(flushToDisk: true);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(stream.SafeFileHandle, File.GetUnixFileMode(target));
        }
    }

    private static T Try<T>(string file, string what, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException
            or DecoderFallbackException or EncoderFallbackException)
        {
            throw new CannotSaveException(file, 1, "", $"the file cannot be {what}: {wrong.Message}");
        }
    }
}
