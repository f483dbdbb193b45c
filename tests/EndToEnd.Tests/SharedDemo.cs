namespace ColorDemo.EndToEnd.Tests;

/// <summary>One demo on the shipped manifests, for all tests that only look at it.</summary>
public sealed class SharedDemo : IAsyncLifetime
{
    public DemoProcess Demo { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Demo = await DemoProcess.StartAsync(Repository.Manifests);

    public ValueTask DisposeAsync() => Demo.DisposeAsync();
}
