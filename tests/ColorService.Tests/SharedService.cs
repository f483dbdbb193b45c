using System.Text.Json;
using ColorDemo.ColorService.Tests;

[assembly: AssemblyFixture(typeof(SharedService))]

namespace ColorDemo.ColorService.Tests;

/// <summary>One service for all tests that need nothing special: it has an identity, all else is default.</summary>
public sealed class SharedService : IAsyncLifetime
{
    private ServiceProcess? _service;

    internal ServiceProcess Process => _service!;

    public HttpClient Client => Process.Client;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _service = await ServiceProcess.StartAsync(
        ("VERSION", "v2"), ("CLUSTER_NAME", "armadillo"), ("POD_NAME", "color-svc-v2-0"));

    public ValueTask DisposeAsync() => _service?.DisposeAsync() ?? ValueTask.CompletedTask;

    public Task<HttpResponseMessage> GetAsync(string path, string? accept = null) =>
        SendAsync(HttpMethod.Get, path, ("Accept", accept));

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, params (string Name, string? Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request, Cancelled);
    }

    public async Task<string> TextAsync(string path)
    {
        using var response = await GetAsync(path);
        return await response.Content.ReadAsStringAsync(Cancelled);
    }

    /// <summary>A member of the JSON object that the path answers with.</summary>
    public async Task<string?> JsonAsync(string path, string member)
    {
        using var json = JsonDocument.Parse(await TextAsync(path));
        return json.RootElement.TryGetProperty(member, out var value) ? value.ToString() : null;
    }
}
