namespace ColorDemo.EndToEnd.Tests.Kubectl;

/// <summary>One demo on manifests of its own for the tests of a class, each of which changes what it needs.</summary>
public sealed class KubectlDemo : IAsyncLifetime
{
    private readonly EditableManifests _manifests = new();

    public DemoProcess Demo { get; private set; } = null!;

    internal EditableManifests Manifests => _manifests;

    internal Kubectl Armadillo => new(Demo.Kubeconfig, "armadillo");

    internal Kubectl Bison => new(Demo.Kubeconfig, "bison");

    public async ValueTask InitializeAsync() => Demo = await DemoProcess.StartAsync(_manifests.Path);

    public async ValueTask DisposeAsync()
    {
        await Demo.DisposeAsync();
        _manifests.Dispose();
    }

    /// <summary>Everything as it was shipped, in both clusters.</summary>
    internal async Task ResetAsync()
    {
        foreach (var kubectl in (Kubectl[])[Armadillo, Bison])
        {
            await kubectl.RunAsync("apply", "-k", Path.Combine(_manifests.Path, "mesh"));
        }
    }

    /// <summary>The weights of <c>/random</c> as armadillo's API tells them, for example <c>80 20</c>.</summary>
    internal Task<string> WeightsAsync() => Armadillo.RunAsync(
        "get", "virtualservice", "color", "-o", "jsonpath={.spec.http[0].route[*].weight}");
}
