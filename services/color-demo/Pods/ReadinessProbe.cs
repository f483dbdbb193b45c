namespace ColorDemo.Launcher.Pods;

/// <summary>Asks a pod whether it is ready, as a kubelet does.</summary>
internal static class ReadinessProbe
{
    /// <summary>A pod that was never ready is asked more often than its period says: people are waiting.</summary>
    private static readonly TimeSpan FirstPeriod = TimeSpan.FromMilliseconds(50);

    private static readonly HttpClient Client = new(
        new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
    {
        Timeout = TimeSpan.FromSeconds(1), // Kubernetes' default timeoutSeconds
    };

    /// <param name="setReady">Told after each probe that changes anything; true at once when there is no probe.</param>
    public static async Task RunAsync(
        HttpProbe? probe, IReadOnlyDictionary<string, int> ports, Action<bool> setReady, CancellationToken stop)
    {
        if (probe is null)
        {
            setReady(true);
            return;
        }

        var wasReady = false;
        var failures = 0;
        while (!stop.IsCancellationRequested)
        {
            if (await AsksWellAsync($"http://127.0.0.1:{ports[probe.Port]}{probe.Path}", stop))
            {
                failures = 0;
                wasReady = true;
                setReady(true);
            }
            else if (++failures >= probe.FailureThreshold && !stop.IsCancellationRequested)
            {
                setReady(false);
            }

            await Task.Delay(wasReady ? probe.Period : FirstPeriod, stop)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<bool> AsksWellAsync(string address, CancellationToken stop)
    {
        try
        {
            using var answer = await Client.GetAsync(address, stop);
            return (int)answer.StatusCode is >= 200 and < 400;
        }
        catch (Exception wrong) when (wrong is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
