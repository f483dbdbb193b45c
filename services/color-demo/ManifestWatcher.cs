using System.Threading.Channels;

namespace ColorDemo.Launcher;

/// <summary>Tells when something under the manifests' folder was saved.</summary>
/// <remarks>Of its own, since the configuration system's reload waits a quarter of a second.</remarks>
internal sealed class ManifestWatcher : IDisposable
{
    /// <summary>An editor writes a file in several steps; they are over by then.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(15);

    /// <summary>What is refused is read once more before anybody is told: the writer may have been slow.</summary>
    private static readonly TimeSpan SecondLook = TimeSpan.FromMilliseconds(60);

    /// <summary>How often a folder that is gone is looked for.</summary>
    private static readonly TimeSpan Absence = TimeSpan.FromMilliseconds(500);

    private readonly string _folder;
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private FileSystemWatcher _watcher;
    private volatile bool _isStale;

    public ManifestWatcher(string folder)
    {
        _folder = folder;
        _watcher = Watch();
    }

    /// <summary>Runs <paramref name="reload"/> after every change, never twice at a time, until stopped.</summary>
    /// <param name="reload">Told whether it is the last try; false asks for another one.</param>
    public async Task RunAsync(Func<bool, bool> reload, CancellationToken stop)
    {
        try
        {
            while (await _changes.Reader.WaitToReadAsync(stop))
            {
                await Task.Delay(Settling, stop);
                _changes.Reader.TryRead(out _);
                await RenewAsync(reload, stop);
                if (!reload(false))
                {
                    await Task.Delay(SecondLook, stop);
                    reload(true);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // stopped, as asked
        }
    }

    public void Dispose() => _watcher.Dispose();

    /// <summary>A folder that is deleted takes its watch along, even when it comes back under the same name.</summary>
    private async Task RenewAsync(Func<bool, bool> reload, CancellationToken stop)
    {
        if (!_isStale)
        {
            return;
        }

        _isStale = false;
        _watcher.Dispose();
        while (!Directory.Exists(_folder))
        {
            reload(true);
            await Task.Delay(Absence, stop);
        }

        _watcher = Watch();
    }

    private FileSystemWatcher Watch()
    {
        var watcher = new FileSystemWatcher(_folder)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite
                | NotifyFilters.Size,
        };
        watcher.Changed += (_, _) => Tell(isStale: false);
        watcher.Created += (_, _) => Tell(isStale: false);
        watcher.Renamed += (_, _) => Tell(isStale: false);
        watcher.Deleted += (_, _) => Tell(isStale: true);
        watcher.Error += (_, _) => Tell(isStale: true); // events were lost: read everything again
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    private void Tell(bool isStale)
    {
        _isStale |= isStale;
        _changes.Writer.TryWrite(true);
    }
}
