using Microsoft.Net.Http.Headers;

namespace ColorDemo.ColorService.Bench.Contestants;

/// <summary>What nginx and haproxy shall answer: one answer of color-svc, body and headers.</summary>
/// <param name="Headers">Without those that every server writes by itself.</param>
internal sealed record SampleAnswer(
    string Body, string ContentType, IReadOnlyList<(string Name, string Value)> Headers)
{
    private static readonly HashSet<string> ByItself = new(StringComparer.OrdinalIgnoreCase)
    {
        HeaderNames.Date, HeaderNames.Server, HeaderNames.Connection, HeaderNames.KeepAlive,
    };

    /// <param name="port">Of a color-svc that runs.</param>
    public static async Task<SampleAnswer> FetchAsync(int port, CancellationToken stop)
    {
        using var client = new HttpClient();
        // A name of middling length; the draw itself ranges from Red to MediumSpringGreen.
        using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/royalblue?fmt=json"), stop);
        answer.EnsureSuccessStatusCode();
        return new(
            await answer.Content.ReadAsStringAsync(stop),
            $"{answer.Content.Headers.ContentType}",
            [.. answer.Headers
                .Where(header => !ByItself.Contains(header.Key))
                .Select(header => (header.Key, string.Join(", ", header.Value)))]);
    }
}
