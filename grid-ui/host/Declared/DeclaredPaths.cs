namespace ColorDemo.GridHost;

/// <summary>What one gateway's manifests declare, for all targets that anybody watches.</summary>
/// <param name="unknown">Why nothing is known at first, in a sentence.</param>
public sealed class DeclaredPaths(TimeProvider clock, string unknown)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Target, (EpochLog Log, int Uses)> _logs = [];
    private Func<Target, DeclaredPath> _declared = _ => DeclaredPath.Nothing(unknown);
    private string? _warning;

    /// <summary>As long as it is used, it is kept up to date.</summary>
    public EpochLog Use(Target target)
    {
        lock (_lock)
        {
            var alike = target.RoutedAlike;
            if (!_logs.TryGetValue(alike, out var known))
            {
                known = (new(clock, _declared(alike)) { Warning = _warning }, 0);
            }

            _logs[alike] = known with { Uses = known.Uses + 1 };
            return known.Log;
        }
    }

    public void Release(Target target)
    {
        lock (_lock)
        {
            var alike = target.RoutedAlike;
            var (log, uses) = _logs[alike];
            _logs[alike] = (log, uses - 1);
            if (uses == 1)
            {
                _logs.Remove(alike);
            }
        }
    }

    /// <param name="warning">Why the newest edit is not in force; absent when it is.</param>
    public void Learn(Func<Target, DeclaredPath> declared, string? warning = null)
    {
        lock (_lock)
        {
            (_declared, _warning) = (declared, warning);
            LookAgain();
        }
    }

    /// <summary>The manifests are as before; what stands around them may have changed.</summary>
    public void LookAgain()
    {
        lock (_lock)
        {
            foreach (var (target, (log, _)) in _logs)
            {
                log.Learn(_declared(target), _warning);
            }
        }
    }
}
