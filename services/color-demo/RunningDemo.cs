using ColorDemo.Launcher.Pods;
using ColorDemo.Launcher.Saving;
using ColorDemo.Mesh.Api;
using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Proxy;
using Microsoft.AspNetCore.Builder;

namespace ColorDemo.Launcher;

/// <summary>What runs: servers and pods, kept to what the newest good manifests say.</summary>
/// <param name="saves">Whether changes that come over the API are written into the files.</param>
internal sealed class RunningDemo(
    ManifestFolders folders, MeshStore store, MeshState mesh, PodPlacement placement, Report report, bool saves)
    : IAsyncDisposable
{
    private readonly FileObjects _files = new(store);
    private readonly RefusalEvent _refusal = new(store, [.. folders.Layers.Keys]);
    private readonly List<WebApplication> _servers = [];
    private readonly Dictionary<string, PodLogs> _logs = folders.Layers.Keys
        .ToDictionary(cluster => cluster, _ => new PodLogs());

    private readonly Dictionary<string, ClusterPods> _pods = [];

    /// <summary>Files are read and applied, or an object is saved: never one in the midst of the other.</summary>
    private readonly Lock _filesTurn = new();

    private DemoManifests? _manifests;
    private volatile string? _refused;

    public IReadOnlyDictionary<string, IReadOnlyList<PodProcess>> Pods =>
        _pods.ToDictionary(one => one.Key, one => one.Value.Processes);

    public async Task StartServersAsync(
        IReadOnlyDictionary<string, ClusterPorts> ports, ApiCredentials credentials)
    {
        foreach (var (cluster, own) in ports)
        {
            var api = new ClusterApi(cluster, store, _logs[cluster], credentials.Token, () => _refused,
                found => report.Found(cluster, found));
            _servers.AddRange(await LocalServer.StartAsync(own, mesh, api, credentials));
        }
    }

    /// <returns>What the files say that they did not say before.</returns>
    public IReadOnlyList<ManifestDocument> Use(DemoManifests manifests)
    {
        var news = _files.Apply(manifests.Clusters);
        report.Warnings(manifests.Warnings.Except(_manifests?.Warnings ?? []));
        _manifests = manifests;
        return news;
    }

    /// <summary>From now on the pods follow the store.</summary>
    public void StartPods()
    {
        foreach (var (cluster, logs) in _logs)
        {
            _pods[cluster] = new(cluster, store, logs, placement, mesh, report);
            _pods[cluster].Start();
        }
    }

    /// <returns>False when the demo was told to stop meanwhile.</returns>
    /// <exception cref="CannotStartException">Some pod did not become ready in time.</exception>
    public async Task<bool> WaitUntilReadyAsync(TimeSpan longest, CancellationToken stop)
    {
        report.Starting(Pods.Values.Sum(one => one.Count));
        try
        {
            await Task.WhenAll(_pods.Values.Select(one => one.Ready)).WaitAsync(longest, stop);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (TimeoutException)
        {
            var late = Pods.Values.SelectMany(one => one)
                .Where(one => !one.State.IsReady).Select(one => one.Spec.Name);
            throw new CannotStartException($"Not ready after {longest.TotalSeconds} s: {string.Join(", ", late)}. "
                + "--pod-logs shows what they print.");
        }
    }

    /// <summary>Follows the manifests until stopped.</summary>
    public async Task FollowAsync(CancellationToken stop)
    {
        using var watcher = new ManifestWatcher(folders.Root);
        var saved = new SavedChanges(store, _files, report);
        ReloadInTurn(isLastTry: true); // what was saved while the pods started
        var following = folders.Layers.Keys.Select(cluster => ApiChanges.FollowAsync(
            store, cluster, change => Tell(cluster, change, saved), stop));
        await Task.WhenAll([watcher.RunAsync(ReloadInTurn, stop), .. following]);
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_pods.Values.Select(one => one.DisposeAsync().AsTask()));
        await Task.WhenAll(_servers.Select(one => one.DisposeAsync().AsTask()));
    }

    private void Tell(string cluster, StoreChange change, SavedChanges saved)
    {
        if (change.IsOfManifests || change.Key.Kind == "Pod")
        {
            report.Changed(cluster, change); // what goes along with a namespace, such as its events, is no news
        }

        if (saves && change.IsOfManifests)
        {
            lock (_filesTurn)
            {
                saved.Save(cluster, change.Key);
            }
        }
    }

    private bool ReloadInTurn(bool isLastTry)
    {
        lock (_filesTurn)
        {
            return Reload(isLastTry);
        }
    }

    /// <returns>False when the manifests are refused, which is told only on the last try.</returns>
    private bool Reload(bool isLastTry)
    {
        try
        {
            var manifests = DemoManifests.Read(folders);
            var news = Use(manifests);
            if (news.Count > 0 || _refused is not null)
            {
                report.Reloaded(news);
            }

            if (_refused is not null)
            {
                _refusal.TakeBack();
            }

            _refused = null;
            return true;
        }
        catch (ManifestException refused)
        {
            if (isLastTry && _refused != refused.Message)
            {
                report.Refused(refused);
                _refusal.Tell(refused, DateTimeOffset.UtcNow);
                _refused = refused.Message;
            }

            return false;
        }
        catch (Exception defect)
        {
            // Whatever a file may hold, it must not end the demo that somebody is showing.
            report.Error($"color-demo has a defect, and the last good manifests stay in force: {defect}");
            return true;
        }
    }
}
