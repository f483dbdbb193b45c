using ColorDemo.Grid.Wire;

namespace ColorDemo.GridHost;

/// <summary>The declared weights of one path over the last two minutes. Written by one, read by many.</summary>
public sealed class EpochLog
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(2);

    private readonly TimeProvider _clock;
    private volatile Epoch[] _epochs = [];
    private volatile string? _warning;

    /// <param name="unknown">Why nothing is known at first, in a sentence.</param>
    public EpochLog(TimeProvider clock, string unknown)
    {
        _clock = clock;
        Begin(null, unknown);
    }

    public Epoch Current => _epochs[^1];

    /// <summary>Oldest first; the first one may have begun long ago.</summary>
    public IReadOnlyList<Epoch> All => _epochs;

    /// <summary>Why the newest edit is not in force; absent when it is.</summary>
    public string? Warning => _warning;

    /// <summary>Begins an epoch if this says something else than the current one.</summary>
    public void Learn(DeclaredSplit? split, string? unknown, string? warning)
    {
        _warning = warning;
        if (!Says(Current, split, unknown))
        {
            Begin(split, unknown);
        }
    }

    private void Begin(DeclaredSplit? split, string? unknown)
    {
        var now = _clock.GetUtcNow();
        var number = now.ToUnixTimeMilliseconds();
        if (_epochs.Length > 0)
        {
            number = Math.Max(number, Current.Number + 1);
        }

        // An epoch ends where the next one begins.
        var kept = _epochs.Where((_, i) => i + 1 == _epochs.Length || _epochs[i + 1].Since > now - Kept);
        _epochs = [.. kept, new(number, now, split, unknown)];
    }

    private static bool Says(Epoch epoch, DeclaredSplit? split, string? unknown) =>
        epoch.Unknown == unknown
        && (epoch.Split is { } known ? split is not null && known.SaysTheSameAs(split) : split is null);
}
