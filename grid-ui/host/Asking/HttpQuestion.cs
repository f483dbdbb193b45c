using System.Buffers;
using System.Net.Http.Headers;
using ColorDemo.Grid.Wire;

namespace ColorDemo.GridHost;

/// <summary>One target's question over HTTP/1.1, asked again and again.</summary>
public sealed class HttpQuestion(Target target) : IDisposable
{
    /// <summary>Of a body, in bytes: no color is longer.</summary>
    private const int MaxBody = 4096;

    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler
    {
        ActivityHeadersPropagator = null, // what is sent is what the panel says
        AllowAutoRedirect = false,
        MaxConnectionsPerServer = target.Sampling.Concurrency,
        UseCookies = false,
        UseProxy = false,
    });

    private readonly KnownAnswers _known = new();

    public async Task<(Answer Answer, byte[] Received)> AskAsync(string? traceId, CancellationToken late)
    {
        try
        {
            using var request = Request(traceId);
            using var response = await _http.SendAsync(request, late);
            var received = HeaderText.Of(response);
            return response.IsSuccessStatusCode
                ? (WithPod(await ReadAsync(response, late), response.Headers), received)
                : (Answer.Failed((int)response.StatusCode, WhoAnswered(response.Headers)), received);
        }
        catch (HttpRequestException problem)
        {
            return (HasNoConnection(problem.HttpRequestError) ? Answer.NoConnection : Answer.NotAColor, []);
        }
        catch (IOException)
        {
            return (Answer.NotAColor, []); // it ended in the middle
        }
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Request(string? traceId)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, target.Address);
        foreach (var header in target.Sampling.Headers)
        {
            request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        }

        if (traceId is not null)
        {
            request.Headers.TryAddWithoutValidation(TraceParent.Header, TraceParent.Of(traceId));
        }

        if (target.Sampling.NewConnections)
        {
            request.Headers.ConnectionClose = true; // RFC 9112, section 9.6
        }

        return request;
    }

    private async ValueTask<Answer> ReadAsync(HttpResponseMessage response, CancellationToken late)
    {
        var body = ArrayPool<byte>.Shared.Rent(MaxBody + 1);
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(late);
            var length = await stream.ReadAtLeastAsync(body, MaxBody + 1, throwOnEndOfStream: false, late);
            return length > MaxBody ? Answer.NotAColor : _known.Read(body.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(body);
        }
    }

    public static bool HasNoConnection(HttpRequestError error) =>
        error is HttpRequestError.ConnectionError
            or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError;

    /// <summary>A body need not name the pod; then the header may.</summary>
    private static Answer WithPod(Answer answer, HttpResponseHeaders headers) =>
        answer is { Outcome: Outcome.Color, Destination.Pod: null }
        && WhoAnswered(headers).Pod is { } pod
            ? answer with { Destination = answer.Destination with { Pod = pod } }
            : answer;

    private static Destination WhoAnswered(HttpResponseHeaders headers) => Answer.Bounded(
        First(headers, "x-color-cluster"), First(headers, "x-color-version"), First(headers, "x-color-pod"));

    private static string? First(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}
