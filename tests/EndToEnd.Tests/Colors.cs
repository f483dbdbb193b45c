using System.Net;
using System.Net.Http.Json;

namespace ColorDemo.EndToEnd.Tests;

/// <summary>What color-svc answers in JSON.</summary>
internal sealed record Color(string Name, string HexCode, string Family, string Version, string Cluster, string Pod);

/// <summary>A client that asks a gateway again and again.</summary>
internal sealed class Colors(Uri gateway) : IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = gateway };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public Task<string> TextAsync(string path) => _client.GetStringAsync(path, Stop);

    /// <summary>One request; anything but a color fails the test.</summary>
    public async Task<Color> AskAsync(string path = "/random")
    {
        using var answer = await _client.GetAsync($"{path}?fmt=json", Stop);
        Assert.True(answer.IsSuccessStatusCode,
            $"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Stop)}");
        return (await answer.Content.ReadFromJsonAsync<Color>(Stop))!;
    }

    /// <summary>How many of <paramref name="count"/> requests each cluster answered.</summary>
    public async Task<Dictionary<string, int>> CountClustersAsync(int count, string path = "/random")
    {
        List<Color> seen = [];
        while (seen.Count < count)
        {
            var batch = Enumerable.Range(0, Math.Min(8, count - seen.Count)).Select(_ => AskAsync(path));
            seen.AddRange(await Task.WhenAll(batch));
        }

        return seen.CountBy(color => color.Cluster).ToDictionary();
    }

    /// <summary>Asks one request after the other until stopped; each must be answered by a color.</summary>
    /// <returns>How many were.</returns>
    public async Task<int> LoadAsync(CancellationToken done)
    {
        var answered = 0;
        for (; !done.IsCancellationRequested; answered++)
        {
            await AskAsync();
        }

        return answered;
    }

    public async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await _client.GetAsync(path, Stop);
        return answer.StatusCode;
    }

    public void Dispose() => _client.Dispose();
}
