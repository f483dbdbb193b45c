using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Tests.Api;

/// <summary>Reads the events of a watch one by one.</summary>
internal sealed class Watcher : IDisposable
{
    private readonly HttpResponseMessage _answer;
    private readonly StreamReader _lines;

    private Watcher(HttpResponseMessage answer, Stream body) => (_answer, _lines) = (answer, new(body));

    public static async Task<Watcher> StartAsync(TestApi api, string path, string accept = "application/json")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"{path}{(path.Contains('?') ? '&' : '?')}watch=true");
        request.Headers.TryAddWithoutValidation("Accept", accept);
        var answer = await api.Client.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        return new(answer, await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
    }

    /// <returns>Null when the watch has ended.</returns>
    public async Task<JsonNode?> NextAsync() =>
        await _lines.ReadLineAsync(TestContext.Current.CancellationToken) is { } line ? JsonNode.Parse(line) : null;

    /// <summary>For example <c>ADDED one</c>.</summary>
    public async Task<string> NextNameAsync()
    {
        var next = await NextAsync();
        return next is null ? "end" : $"{next["type"]} {next["object"]!["metadata"]?["name"]}".Trim();
    }

    public void Dispose()
    {
        _lines.Dispose();
        _answer.Dispose();
    }
}
