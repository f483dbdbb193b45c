using ColorDemo.ColorService.Bench;

namespace ColorDemo.Grid.Bench;

/// <summary>The host as <c>Dockerfile.color-grid</c> publishes it, from the files that it copies alone.</summary>
internal static class HostImage
{
    /// <returns>The folder of the published host.</returns>
    public static async Task<string> PublishAsync(WorkFolder work, CancellationToken stop)
    {
        Progress.Say("publishing grid-ui/host from what Dockerfile.color-grid copies; it takes a minute or more");
        var source = work.PathOf("image");
        foreach (var line in File.ReadLines(Repository.PathOf("Dockerfile.color-grid")))
        {
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["COPY", .. var from, var to]
                && !from[0].StartsWith("--", StringComparison.Ordinal))
            {
                foreach (var one in from)
                {
                    Copy(one, Path.Combine(source, to));
                }
            }
        }

        var published = work.PathOf("app");
        // Build servers would outlive this program.
        string[] arguments = ["publish", "grid-ui/host", "-o", published, "--disable-build-servers", "--nologo"];
        await Tools.RunAsync("dotnet", arguments, stop, source);
        return published;
    }

    /// <summary>As COPY does: of a folder what is in it, of a file the file.</summary>
    private static void Copy(string from, string toFolder)
    {
        var path = Repository.PathOf(from);
        var isFolder = Directory.Exists(path);
        foreach (var file in isFolder ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories) : [path])
        {
            var copy = Path.Combine(toFolder, isFolder ? Path.GetRelativePath(path, file) : Path.GetFileName(file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }
}
