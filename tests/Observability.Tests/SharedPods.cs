namespace ColorDemo.Observability.Tests;

/// <summary>The scraped pods that most tests look at: started by the first of them, stopped after the last.</summary>
public sealed class SharedPods : IAsyncLifetime
{
    private readonly Lazy<Task<ScrapedPods>> _started = new(ScrapedPods.StartAsync);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <remarks>Not in <see cref="InitializeAsync"/>: where Prometheus is missing, a test can be skipped.</remarks>
    internal Task<ScrapedPods> StartedAsync() => _started.Value;

    public async ValueTask DisposeAsync()
    {
        if (_started is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await _started.Value).DisposeAsync();
        }
    }
}
