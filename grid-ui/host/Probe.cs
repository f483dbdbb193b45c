using System.Net.Http.Headers;
using ColorDemo.Grid.Wire;

namespace ColorDemo.GridHost;

/// <summary>Asks one address once and says how it ended.</summary>
public sealed class Probe(TimeProvider clock) : IDisposable
{
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        MaxConnectionsPerServer = Sampler.MaxInFlight,
        UseCookies = false,
        UseProxy = false,
    })
    {
        MaxResponseContentBufferSize = 4096,
        Timeout = System.Threading.Timeout.InfiniteTimeSpan, // Ours below runs on the clock that tests turn.
    };

    /// <param name="stop">Ends the wait without a sample.</param>
    public async Task<Answer> AskAsync(Uri address, CancellationToken stop)
    {
        using var late = new CancellationTokenSource(Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stop);
        try
        {
            using var response = await _http.GetAsync(address, either.Token);
            return response.IsSuccessStatusCode
                ? Answer.FromJson(await response.Content.ReadAsByteArrayAsync(either.Token))
                : Answer.Failed((int)response.StatusCode, WhoAnswered(response.Headers));
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return Answer.TimedOut;
        }
        catch (HttpRequestException problem)
        {
            return HasNoConnection(problem.HttpRequestError) ? Answer.NoConnection : Answer.NotAColor;
        }
    }

    public void Dispose() => _http.Dispose();

    private static bool HasNoConnection(HttpRequestError error) =>
        error is HttpRequestError.ConnectionError
            or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError;

    private static Destination WhoAnswered(HttpResponseHeaders headers) =>
        Answer.Bounded(First(headers, "x-color-cluster"), First(headers, "x-color-version"));

    private static string? First(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.First() : null;
}
