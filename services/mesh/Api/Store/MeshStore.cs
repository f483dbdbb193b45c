using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Proxy;

namespace ColorDemo.Mesh.Api;

/// <summary>
/// The objects of all clusters: files, kubectl and the grid write them, the mesh and whoever else follows them.
/// </summary>
/// <remarks>One writer at a time. Routing has changed when a write returns.</remarks>
public sealed class MeshStore
{
    private readonly Lock _writing = new();
    private readonly MeshState _mesh;
    private readonly Action<ManifestSet> _check;
    private readonly TimeProvider _clock;
    private readonly Dictionary<string, ChangeLog> _logs;
    private volatile Dictionary<string, ClusterState> _now; // replaced as a whole

    /// <param name="check">Throws when a cluster's manifests as a whole cannot be had here.</param>
    /// <param name="clock">Of creation times.</param>
    public MeshStore(
        MeshState mesh, IReadOnlyList<string> clusters, Action<ManifestSet>? check = null, TimeProvider? clock = null)
    {
        _mesh = mesh;
        _check = check ?? (_ => { });
        _clock = clock ?? TimeProvider.System;
        _now = clusters.ToDictionary(cluster => cluster, _ => ClusterState.Empty);
        _logs = clusters.ToDictionary(cluster => cluster, _ => new ChangeLog(ClusterState.Empty.Version));
        foreach (var cluster in clusters)
        {
            Write(cluster, BuiltInNamespaces.Put);
        }
    }

    public ClusterState StateOf(string cluster) => _now[cluster];

    /// <summary>What the mesh reads in each cluster.</summary>
    public IReadOnlyDictionary<string, ManifestSet> Manifests =>
        _now.ToDictionary(one => one.Key, one => one.Value.Manifests);

    public ChangeLog LogOf(string cluster) => _logs[cluster];

    /// <summary>The cluster's objects as they were after one change, so that a list in pages is one list.</summary>
    /// <returns>Null when that is forgotten, or in the future.</returns>
    internal ClusterState? StateAt(string cluster, long version)
    {
        ClusterState now;
        IReadOnlyList<StoreChange>? since;
        lock (_writing) // the state and its log belong together only here
        {
            now = _now[cluster];
            since = _logs[cluster].After(version);
        }

        return since is null ? null : now.Before(since, version);
    }

    /// <summary>Runs an edit of one cluster and puts it into force, unless it throws.</summary>
    /// <param name="isDryRun">Checks everything and changes nothing.</param>
    /// <exception cref="ManifestException">The manifests would be wrong; nothing has changed.</exception>
    public T Write<T>(string cluster, Func<StoreDraft, T> edit, bool isDryRun = false)
    {
        lock (_writing)
        {
            var draft = new StoreDraft(_now[cluster], _clock.GetUtcNow(), isDryRun);
            var result = edit(draft);
            Finish(new() { [cluster] = draft }, isDryRun);
            return result;
        }
    }

    public void Write(string cluster, Action<StoreDraft> edit) => Write(cluster, draft =>
    {
        edit(draft);
        return true;
    });

    /// <summary>Runs an edit of every cluster and puts all into force at once, unless one throws.</summary>
    /// <exception cref="ManifestException">The manifests would be wrong; nothing has changed.</exception>
    public void WriteAll(Action<string, StoreDraft> edit)
    {
        lock (_writing)
        {
            var now = _clock.GetUtcNow();
            var drafts = _now.ToDictionary(one => one.Key, one => new StoreDraft(one.Value, now));
            foreach (var (cluster, draft) in drafts)
            {
                edit(cluster, draft);
            }

            Finish(drafts, isDryRun: false);
        }
    }

    private void Finish(Dictionary<string, StoreDraft> drafts, bool isDryRun)
    {
        var after = _now.ToDictionary(
            one => one.Key,
            one => drafts.TryGetValue(one.Key, out var draft) ? draft.After : one.Value);
        var changed = after.Where(one => one.Value.Manifests != _now[one.Key].Manifests).ToList();
        changed.ForEach(one => _check(one.Value.Manifests));
        if (isDryRun)
        {
            return;
        }

        if (changed.Count > 0)
        {
            _mesh.UseManifests(after.ToDictionary(one => one.Key, one => one.Value.Manifests));
        }

        _now = after; // first: whoever hears of a change finds it in the state
        foreach (var (cluster, draft) in drafts)
        {
            _logs[cluster].Append(draft.Changes);
        }
    }
}
