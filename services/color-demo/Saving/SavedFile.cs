using System.Text;

namespace ColorDemo.Launcher.Saving;

/// <summary>Puts a new text in the place of a file's old one, all of it or nothing.</summary>
internal static class SavedFile
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>An editor that had the old file open has written by then.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(20);

    /// <summary>With its byte order mark, if it has one.</summary>
    /// <exception cref="CannotSaveException">The file cannot be read, or is not UTF-8.</exception>
    public static string Read(string file) => Try(file, "read", () => StrictUtf8.GetString(File.ReadAllBytes(file)));

    /// <summary>Writes beside the file, then renames: a reader sees the old text or the new one.</summary>
    /// <remarks>
    /// What the new text took the place of is kept and looked at once more, since an editor may have saved just
    /// before, or may have had the file open. Two cases are missed: an editor that renames within the microseconds
    /// between the two steps of <see cref="File.Replace(string, string, string)"/>, and one that opened the old file
    /// without emptying it, and adds to it later than that look.
    /// </remarks>
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
                if (!Says(target, read) || !Exchange(beside, target, read, text))
                {
                    throw new CannotSaveException(file, 1, "", "the file was changed meanwhile, and is left as it is");
                }
            }
            finally
            {
                File.Delete(beside);
            }

            return target;
        });
    }

    /// <returns>False when the target was not what was read; it is again what it was.</returns>
    private static bool Exchange(string beside, string target, string read, string text)
    {
        var replaced = $"{beside}.replaced";
        File.Replace(beside, target, replaced);
        Thread.Sleep(Settling);
        var isAsRead = Says(replaced, read);
        if (!isAsRead && Says(target, text))
        {
            File.Move(replaced, target, overwrite: true);
        }

        File.Delete(replaced);
        return isAsRead;
    }

    /// <summary>Compares bytes: what somebody else writes need not be text.</summary>
    private static bool Says(string file, string text)
    {
        try
        {
            return File.ReadAllBytes(file).AsSpan().SequenceEqual(StrictUtf8.GetBytes(text));
        }
        catch (EndOfStreamException)
        {
            return false; // it is emptied right now
        }
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
