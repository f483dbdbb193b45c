using System.Diagnostics;

namespace ColorDemo.Mesh.Proxy;

/// <summary>The time that a route and each of its tries have, counted from the end of the request.</summary>
/// <param name="route">To the end of the answer, over all tries.</param>
/// <param name="perTry">To the headers of the answer.</param>
internal sealed class RouteClock(TimeSpan? route, TimeSpan? perTry) : IDisposable
{
    /// <summary>A timer takes no longer time, and nobody waits 24 days for an answer.</summary>
    private static readonly TimeSpan LongestTimer = TimeSpan.FromMilliseconds(int.MaxValue);

    private readonly Lock _arming = new();
    private CancellationTokenSource _try = new();
    private bool _runs;
    private bool _isAnswered;
    private bool _isRouteFirst;
    private long _start;

    /// <returns>Null when neither has a limit, which is the rule.</returns>
    public static RouteClock? Of(TimeSpan? route, TimeSpan? perTry) =>
        Positive(route) is null && Positive(perTry) is null ? null : new(Positive(route), Positive(perTry));

    public bool IsOver => _try.IsCancellationRequested;

    public bool IsRouteOver => IsOver && _isRouteFirst;

    /// <summary>What is left of the route's time.</summary>
    public TimeSpan? Left => _runs && route is { } whole ? whole - Stopwatch.GetElapsedTime(_start) : null;

    /// <summary>The request is complete.</summary>
    public void Start()
    {
        lock (_arming)
        {
            if (!_runs)
            {
                _runs = true;
                _start = Stopwatch.GetTimestamp();
                Arm();
            }
        }
    }

    public CancellationToken NextTry()
    {
        lock (_arming)
        {
            _try.Dispose();
            _try = new();
            Arm();
            return _try.Token;
        }
    }

    /// <summary>The headers are there: from now on only the route's time counts.</summary>
    public void AnswerBegins()
    {
        lock (_arming)
        {
            _isAnswered = true;
            Arm();
        }
    }

    public void Dispose()
    {
        lock (_arming)
        {
            _runs = true; // a request that ends later starts nothing
            _try.Dispose();
        }
    }

    private void Arm()
    {
        if (!_runs)
        {
            return;
        }

        var ofTry = _isAnswered ? null : perTry;
        _isRouteFirst = ofTry is null || Left <= ofTry;
        var due = (_isRouteFirst ? Left : ofTry) ?? Timeout.InfiniteTimeSpan;
        _try.CancelAfter(due < TimeSpan.Zero && due != Timeout.InfiniteTimeSpan ? TimeSpan.Zero
            : due > LongestTimer ? Timeout.InfiniteTimeSpan
            : due);
    }

    /// <summary>A timeout of 0 switches it off, as in Envoy.</summary>
    private static TimeSpan? Positive(TimeSpan? limit) => limit > TimeSpan.Zero ? limit : null;
}
