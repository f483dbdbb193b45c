using System.Threading.Channels;

namespace ColorDemo.Launcher;

/// <summary>Tells when something under the manifests' folder was saved.</summary>
/// <remarks>Of its own, since the configuration system's reload waits a quarter of a second.</remarks>
internal sealed class ManifestWatcher : IDisposable
{
    /// <summary>An editor writes a file in several steps; they are over by then.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(15);

    private readonly FileSystemWatcher _watcher;
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public ManifestWatcher(string folder)
    {
        _watcher = new(folder)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName
                | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        _watcher.Changed += (_, _) => Tell();
        _watcher.Created += (_, _) => Tell();
        _watcher.Deleted += (_, _) => Tell();
        _watcher.Renamed += (_, _) => Tell();
        _watcher.Error += (_, _) => Tell(); // events were lost: read everything again
        _watcher.EnableRaisingEvents = true;
    }

    /// <summary>Runs <paramref name="reload"/> after every change, never twice at a time, until stopped.</summary>
    public async Task RunAsync(Action reload, CancellationToken stop)
    {
        while (await _changes.Reader.WaitToReadAsync(stop))
        {
            await Task.Delay(Settling, stop);
            _changes.Reader.TryRead(out _);
            reload();
        }
    }

    public void Dispose() => _watcher.Dispose();

    private void Tell() => _changes.Writer.TryWrite(true);
}
