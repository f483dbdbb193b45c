using ColorDemo.Mesh.Api;

namespace ColorDemo.Launcher;

/// <summary>Follows what somebody changes over a cluster's API.</summary>
internal static class ApiChanges
{
    /// <summary>Tells of every change that came that way, in order, until stopped.</summary>
    public static async Task FollowAsync(
        MeshStore store, string cluster, Action<StoreChange> tell, CancellationToken stop)
    {
        var log = store.LogOf(cluster);
        var known = 0L; // what came while the pods started, too
        while (true)
        {
            await log.GrownAfter(known).WaitAsync(stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stop.IsCancellationRequested)
            {
                return;
            }

            var changes = log.After(known) ?? [];
            foreach (var change in changes.Where(change => change.IsFromApi))
            {
                tell(change);
            }

            known = changes.Count > 0 ? changes[^1].Version : store.StateOf(cluster).Version;
        }
    }
}
