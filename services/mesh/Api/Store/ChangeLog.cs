namespace ColorDemo.Mesh.Api;

/// <summary>A cluster's newest changes, in order and without gaps, for those who follow it.</summary>
/// <remarks>Followers ask with the number that they know, so that a slow one costs no memory of its own.</remarks>
public sealed class ChangeLog
{
    private const int MostChanges = 32_768;
    private const long MostBytes = 64 * 1024 * 1024;

    private readonly Lock _reading = new();
    private readonly Queue<StoreChange> _changes = new();
    private TaskCompletionSource _grown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _newest;
    private long _bytes;

    internal ChangeLog(long newest) => _newest = newest;

    /// <summary>The changes after one that is known, perhaps none.</summary>
    /// <returns>Null when some of them are forgotten already, or the number is of the future.</returns>
    public IReadOnlyList<StoreChange>? After(long version)
    {
        lock (_reading)
        {
            return version >= _newest - _changes.Count && version <= _newest
                ? [.. _changes.Skip((int)(version - (_newest - _changes.Count)))]
                : null;
        }
    }

    /// <summary>Completes as soon as there are changes after one that is known.</summary>
    public Task GrownAfter(long version)
    {
        lock (_reading)
        {
            return version < _newest ? Task.CompletedTask : _grown.Task;
        }
    }

    internal void Append(IReadOnlyList<StoreChange> changes)
    {
        TaskCompletionSource grown;
        lock (_reading)
        {
            foreach (var change in changes)
            {
                _changes.Enqueue(change);
                _bytes += change.Size;
                _newest = change.Version;
            }

            while (_changes.Count > MostChanges || (_bytes > MostBytes && _changes.Count > 1))
            {
                _bytes -= _changes.Dequeue().Size;
            }

            grown = _grown;
            _grown = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        grown.SetResult();
    }
}
