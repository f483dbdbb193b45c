using System.Buffers;
using System.Net.Http.Headers;
using ColorDemo.Grid.Wire;
using Microsoft.AspNetCore.Components.WebAssembly.Http;

namespace ColorDemo.Grid.Asking;

/// <summary>One question over HTTP, asked again and again.</summary>
/// <param name="http">Is disposed of with this.</param>
public sealed class HttpQuestion(Uri address, Sampling sampling, HttpMessageInvoker http) : IDisposable
{
    /// <summary>Of a body, in bytes: no color is longer.</summary>
    private const int MaxBody = 4096;

    private readonly KnownAnswers _known = new();

    public async Task<(Answer Answer, byte[] Received)> AskAsync(string? traceId, CancellationToken late)
    {
        var isAnswered = false;
        try
        {
            using var request = Request(traceId);
            using var response = await http.SendAsync(request, late);
            isAnswered = true;
            var received = HeaderText.Of(response);
            return response.IsSuccessStatusCode
                ? (WithPod(await ReadAsync(response, late), response.Headers), received)
                : (Answer.Failed((int)response.StatusCode, WhoAnswered(response.Headers)), received);
        }
        catch (HttpRequestException problem)
        {
            return (IsRefused(problem, isAnswered) ? Answer.NoConnection : Answer.NotAColor, []);
        }
        catch (IOException)
        {
            return (Answer.NotAColor, []); // it ended in the middle
        }
    }

    public void Dispose() => http.Dispose();

    /// <remarks>
    /// A browser tells a page neither whether there was no connection nor whether there was an answer that scripts of
    /// this page may not read: Fetch standard, "network error".
    /// </remarks>
    private bool IsRefused(HttpRequestException problem, bool isAnswered) =>
        HasNoConnection(problem.HttpRequestError) || (sampling.Asker == Asker.Browser && !isAnswered);

    private HttpRequestMessage Request(string? traceId)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var header in sampling.Headers)
        {
            request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        }

        if (traceId is not null)
        {
            request.Headers.TryAddWithoutValidation(TraceParent.Header, TraceParent.Of(traceId));
        }

        if (sampling.Asker == Asker.Browser)
        {
            request.SetBrowserRequestMode(BrowserRequestMode.Cors);
            request.SetBrowserRequestCache(BrowserRequestCache.NoStore);
            request.SetBrowserRequestCredentials(BrowserRequestCredentials.Omit);
        }

        if (sampling.NewConnections)
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
