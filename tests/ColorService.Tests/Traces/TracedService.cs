using ColorDemo.Tests;

namespace ColorDemo.ColorService.Tests.Traces;

/// <summary>A service and the collector that it sends to, for all tests that need nothing special.</summary>
public sealed class TracedService : IAsyncLifetime
{
    private const string Sampled = "traceparent: 00-11111111111111111111111111111111-2222222222222222-01";

    private Collector? _collector;
    private ServiceProcess? _service;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _collector = await Collector.StartAsync();
        _service = await _collector.TracedAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _service!.DisposeAsync();
        await _collector!.DisposeAsync();
    }

    /// <summary>Asks with these headers, each <c>NAME: VALUE</c>.</summary>
    /// <returns>The spans that came of it: none or one.</returns>
    internal async Task<IReadOnlyList<ReceivedSpan>> SpansAsync(params string[] headers)
    {
        var path = $"/{Guid.NewGuid()}";
        await AskAsync(path, headers);
        await AskAsync($"{path}-end", Sampled); // spans arrive in order: with this one all others are there
        await Eventually.HoldsAsync(() => Of($"{path}-end").Count == 1);
        return Of(path);
    }

    private List<ReceivedSpan> Of(string path) =>
        [.. _collector!.Spans.Where(span => span.Attributes["url.path"] == path)];

    private async Task AskAsync(string path, params string[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var header in headers.Select(header => header.Split(": ")))
        {
            request.Headers.TryAddWithoutValidation(header[0], header[1]);
        }

        await _service!.Client.SendAsync(request, Cancelled);
    }
}
