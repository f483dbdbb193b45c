using System.Diagnostics;

namespace ColorDemo.Launcher.Pods;

/// <summary>Asks a pod whether it is ready, as a kubelet does.</summary>
internal static class ReadinessProbe
{
    /// <summary>A pod that was never ready is asked more often than its period says: people are waiting.</summary>
    private static readonly TimeSpan FirstPeriod = TimeSpan.FromMilliseconds(50);

    private static readonly HttpClient Client = new(
        new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
    {
        Timeout = Timeout.InfiniteTimeSpan, // each probe has its own
    };

    /// <param name="setReady">Told after each probe that changes anything; true at once when there is no probe.</param>
    /// <param name="failed">Told why, not more often than the period, and not while the pod is still starting.</param>
    public static async Task RunAsync(
        HttpProbe? probe,
        IReadOnlyDictionary<string, int> ports,
        Action<bool> setReady,
        Action<string> failed,
        CancellationToken stop)
    {
        if (probe is null)
        {
            setReady(true);
            return;
        }

        await Task.Delay(probe.InitialDelay, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var wasReady = false;
        var failures = 0;
        var told = Stopwatch.GetTimestamp();
        while (!stop.IsCancellationRequested)
        {
            var why = await WhyNotReadyAsync(
                $"http://127.0.0.1:{ports[probe.Port]}{probe.Path}", probe.Timeout, stop);
            if (why is null)
            {
                failures = 0;
                wasReady = true;
                setReady(true);
            }
            else if (!stop.IsCancellationRequested)
            {
                if (++failures >= probe.FailureThreshold)
                {
                    setReady(false);
                }

                if (Stopwatch.GetElapsedTime(told) > Patience(probe, wasReady))
                {
                    failed(why);
                    told = Stopwatch.GetTimestamp();
                }
            }

            await Task.Delay(wasReady ? probe.Period : FirstPeriod, stop)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static TimeSpan Patience(HttpProbe probe, bool wasReady) =>
        wasReady || probe.Period > TimeSpan.FromSeconds(5) ? probe.Period / 2 : TimeSpan.FromSeconds(5);

    /// <returns>Null when it is ready.</returns>
    private static async Task<string?> WhyNotReadyAsync(string address, TimeSpan timeout, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(timeout);
        try
        {
            using var answer = await Client.GetAsync(address, limit.Token);
            return (int)answer.StatusCode is >= 200 and < 400 ? null : $"{address} answers {(int)answer.StatusCode}";
        }
        catch (HttpRequestException)
        {
            return $"{address} cannot be reached";
        }
        catch (OperationCanceledException)
        {
            return $"{address} answers nothing within {timeout.TotalSeconds} s";
        }
    }
}
