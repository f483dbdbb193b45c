namespace ColorDemo.Mesh.Api;

/// <summary>A cluster's newest changes, in order and without gaps, for those who follow it.</summary>
/// <remarks>Followers ask with the number that they know, so that a slow one costs no memory of its own.</remarks>
public sealed class ChangeLog
{
    private const int MostChanges = 32_768;
    private const long MostBytes = 64 * 1024 * 1024;

    private readonly Lock _reading = new();
    private readonly StoreChange?[] _changes = new StoreChange?[MostChanges]; // each at its number, modulo
    private TaskCompletionSource _grown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _newest;
    private int _count;
    private long _bytes;

    internal ChangeLog(long newest) => _newest = newest;

    /// <summary>The changes after one that is known, perhaps none.</summary>
    /// <param name="version">The number that is known.</param>
    /// <param name="most">How many are wanted at once; asking again gives the rest.</param>
    /// <returns>Null when some of them are forgotten already, or the number is of the future.</returns>
    public IReadOnlyList<StoreChange>? After(long version, int most = int.MaxValue)
    {
        lock (_reading)
        {
            if (version < _newest - _count || version > _newest)
            {
                return null;
            }

            var changes = new StoreChange[Math.Min(most, _newest - version)];
            for (var index = 0; index < changes.Length; index++)
            {
                changes[index] = _changes[(version + 1 + index) % MostChanges]!;
            }

            return changes;
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
        if (changes.Count == 0)
        {
            return;
        }

        TaskCompletionSource grown;
        lock (_reading)
        {
            foreach (var change in changes)
            {
                Add(change);
            }

            grown = _grown;
            _grown = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        grown.SetResult();
    }

    private void Add(StoreChange change)
    {
        while (_count > 0 && (_count == MostChanges || _bytes + change.Size > MostBytes))
        {
            ref var oldest = ref _changes[(_newest - _count + 1) % MostChanges];
            _bytes -= oldest!.Size;
            oldest = null;
            _count--;
        }

        _newest = change.Version;
        _changes[_newest % MostChanges] = change;
        _bytes += change.Size;
        _count++;
    }
}
