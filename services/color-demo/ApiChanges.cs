using ColorDemo.Mesh.Api;

namespace ColorDemo.Launcher;

/// <summary>Follows what somebody changes over a cluster's API.</summary>
internal static class ApiChanges
{
    /// <summary>Tells of every change that came that way, in order, until stopped.</summary>
    /// <param name="from">The version before the first change of interest.</param>
    public static async Task FollowAsync(
        MeshStore store, string cluster, long from, Action<StoreChange> tell, CancellationToken stop)
    {
        var log = store.LogOf(cluster);
        var known = from;
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
