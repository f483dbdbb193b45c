namespace ColorDemo.Mesh.Api;

/// <summary>Where a watch begins.</summary>
/// <param name="Initial">Told as added before all changes; null when only changes are wanted.</param>
/// <param name="Version">The last change that is known to the client, or shows in the initial objects.</param>
/// <param name="IsEndTold">Whether a bookmark follows the initial objects.</param>
internal sealed record WatchStart(IReadOnlyList<StoredObject>? Initial, long Version, bool IsEndTold)
{
    /// <exception cref="ApiException">What the client knows is too old, or its options do not go together.</exception>
    public static async Task<WatchStart> OfAsync(ApiCall call, Selection selection)
    {
        var query = call.Query;
        CheckOptions(call);
        var state = call.State;
        var asksForInitial = query.SendInitialEvents ?? query.ResourceVersion is null or 0;
        if (asksForInitial && query.ResourceVersion is null or 0 || query.SendInitialEvents is true)
        {
            var isOld = query.ResourceVersion > state.Version;
            return isOld ? throw Expired() : new([.. selection.In(state.Objects.Values)], state.Version,
                IsEndTold: query.SendInitialEvents is true && query.AllowsBookmarks);
        }

        var known = query.ResourceVersion is > 0 and var version ? version : state.Version;
        if (known > state.Version)
        {
            throw Expired(); // of another run of this server
        }

        var log = call.Api.Store.LogOf(call.Api.Cluster);
        await log.GrownAfter(known - 1).WaitAsync(call.Aborted); // a log may be a moment behind its state
        return log.After(known, most: 0) is null ? throw Expired() : new(null, known, false);
    }

    private static void CheckOptions(ApiCall call)
    {
        var (asksForInitial, match) = (call.Query.SendInitialEvents, call.Query.ResourceVersionMatch);
        var wrong = (asksForInitial, match) switch
        {
            (null, "") or (not null, "NotOlderThan") => null,
            (null, _) => "is forbidden for a watch without sendInitialEvents",
            _ => "must be NotOlderThan beside sendInitialEvents",
        };
        if (wrong is not null)
        {
            throw new ApiException(InvalidObject.Of(call.Resource, "", "resourceVersionMatch", wrong));
        }
    }

    private static ApiException Expired() => new(TooOld);

    public static ApiStatus TooOld { get; } =
        ApiStatus.Expired("too old resource version: list anew, and watch from what that says");
}
