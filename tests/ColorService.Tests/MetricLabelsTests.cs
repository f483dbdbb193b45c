using System.Net;

namespace ColorDemo.ColorService.Tests;

/// <summary>A label's values must not come from a request: every new one costs memory here and in Prometheus.</summary>
public sealed class MetricLabelsTests
{
    private const int Paths = 10_000;

    private static readonly string[] Methods = ["GET", "HEAD", "OPTIONS", "POST", "DELETE", "TRACE", "PROPFIND"];

    [Fact]
    public async Task Ten_thousand_paths_and_what_else_a_client_can_make_up_create_no_series()
    {
        await using var service = await ServiceProcess.StartAsync(("DISABLE_LOGGING", "true"));
        foreach (var method in (string[])[.. Methods, "WARM"])
        {
            foreach (var path in Shapes("warm"))
            {
                await AskAsync(service.Client, method, path, "warm");
            }
        }

        await SeriesAsync(service.Client); // /metrics has a series of its own once it was asked
        var before = await SeriesAsync(service.Client);

        await Parallel.ForEachAsync(Enumerable.Range(0, Paths), TestContext.Current.CancellationToken,
            async (i, _) =>
            {
                var word = $"{i:x}-{Guid.NewGuid():n}";
                var shapes = Shapes(word);
                var method = i / shapes.Length % (Methods.Length + 1);
                var name = method < Methods.Length ? Methods[method] : $"M{i}";
                await AskAsync(service.Client, name, shapes[i % shapes.Length], word);
            });

        Assert.Equal(before, await SeriesAsync(service.Client));
    }

    /// <summary>One path for each route and for none, with a word in every place that the asker chooses.</summary>
    private static string[] Shapes(string word) =>
    [
        $"/{word}", $"/get/{word}", $"/random/{word}", $"/random/red?{word}={word}", $"/random?fmt={word}",
        $"/a/{word}", $"/{word}/", $"/get/{word}/{word}", $"/RANDOM/{word}", $"/%0a%22{word}", $"/readyz/{word}",
        $"/readyz?{word}", $"/version?{word}", $"/favicon.ico?{word}",
    ];

    private static async Task AskAsync(HttpClient client, string method, string path, string word)
    {
        using var request = new HttpRequestMessage(new(method), path) { Version = HttpVersion.Version11 };
        request.Headers.Host = $"{word}.example";
        request.Headers.Add("Accept", $"application/{word}");
        request.Headers.Add("User-Agent", word);
        request.Headers.Add("X-Forwarded-For", word);
        request.Headers.Add("X-Color-Version", word);
        request.Headers.Add("Traceparent", word);
        request.Headers.Add($"X-{word}", word);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<string[]> SeriesAsync(HttpClient client)
    {
        var text = await client.GetStringAsync("/metrics", TestContext.Current.CancellationToken);
        return
        [
            .. text.Split('\n').Where(line => line.Length > 0 && line[0] != '#')
                .Select(line => line[..line.LastIndexOf(' ')]).Order(StringComparer.Ordinal),
        ];
    }
}
