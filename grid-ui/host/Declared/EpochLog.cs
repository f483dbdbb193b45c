using ColorDemo.Grid.Wire;

namespace ColorDemo.GridHost;

/// <summary>What was declared for a target over the last half hour. Written by one, read by many.</summary>
public sealed class EpochLog
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    /// <summary>Somebody may change weights without end.</summary>
    private const int MaxEpochs = 500;

    private readonly TimeProvider _clock;
    private volatile Epoch[] _epochs = [];
    private volatile DeclaredPath _declared;
    private volatile Circumstances _circumstances;
    private volatile string? _warning;

    /// <param name="unknown">Why nothing is known at first, in a sentence.</param>
    public EpochLog(TimeProvider clock, string unknown)
        : this(clock, DeclaredPath.Nothing(unknown))
    {
    }

    public EpochLog(TimeProvider clock, DeclaredPath declared)
    {
        (_clock, _declared, _circumstances) = (clock, declared, declared.Circumstances);
        Begin(declared);
    }

    public Epoch Current => _epochs[^1];

    /// <summary>Oldest first; the first one may have begun long ago.</summary>
    public IReadOnlyList<Epoch> All => _epochs;

    /// <summary>The rule in force; absent when unknown.</summary>
    public DeclaredRule? Rule => _circumstances.Rule;

    /// <summary>The same object for as long as it says the same.</summary>
    public Circumstances Circumstances => _circumstances;

    /// <summary>Full names of the services that may be asked.</summary>
    public IReadOnlyList<string> Services => _declared.Services;

    /// <summary>Why the newest edit is not in force; absent when it is.</summary>
    public string? Warning
    {
        get => _warning;
        init => _warning = value;
    }

    /// <summary>Begins an epoch if this says something else than the current one.</summary>
    public void Learn(DeclaredPath declared, string? warning = null)
    {
        (_warning, _declared) = (warning, declared);
        if (!_circumstances.SaysTheSameAs(declared.Circumstances))
        {
            _circumstances = declared.Circumstances;
        }

        if (!Says(Current, declared))
        {
            Begin(declared);
        }
    }

    private void Begin(DeclaredPath declared)
    {
        var now = _clock.GetUtcNow();
        var number = now.ToUnixTimeMilliseconds();
        if (_epochs.Length > 0)
        {
            number = Math.Max(number, Current.Number + 1);
        }

        var mayBeOlder = declared.Split is not null && (_epochs.Length == 0 || Current.Split is null);

        // An epoch ends where the next one begins.
        var kept = _epochs.Where((_, i) => i + 1 == _epochs.Length || _epochs[i + 1].Since > now - Kept);
        _epochs =
            [.. kept.TakeLast(MaxEpochs - 1), new(number, now, declared.Split, declared.Unknown, mayBeOlder)];
    }

    private static bool Says(Epoch epoch, DeclaredPath declared) =>
        epoch.Unknown == declared.Unknown
        && (epoch.Split is { } known
            ? declared.Split is not null && known.SaysTheSameAs(declared.Split)
            : declared.Split is null);
}
