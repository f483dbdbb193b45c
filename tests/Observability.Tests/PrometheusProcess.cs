using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ColorDemo.Tests;

namespace ColorDemo.Observability.Tests;

/// <summary>A real Prometheus with the shipped rules, on a port that the system chooses.</summary>
internal sealed partial class PrometheusProcess : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("prometheus-");
    private readonly HttpClient _client = new();
    private Process? _process;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <param name="targets">A file <c>pods.json</c> beside the configuration, or null.</param>
    public static async Task<PrometheusProcess> StartAsync(string configuration, string? targets = null)
    {
        var program = Tools.Prometheus; // skips, before anything has to be cleaned up
        var prometheus = new PrometheusProcess();
        prometheus.Write("prometheus.yaml", configuration);
        prometheus.Write("pods.json", targets ?? "[]");
        foreach (var file in Shipped.RuleFiles)
        {
            prometheus.Write(Path.GetFileName(file), await File.ReadAllTextAsync(file, Cancelled));
        }

        try
        {
            await prometheus.ListenAsync(program);
        }
        catch
        {
            await prometheus.DisposeAsync();
            throw;
        }

        return prometheus;
    }

    /// <param name="at">Null means now.</param>
    public async Task<IReadOnlyList<Sample>> QueryAsync(string expression, DateTimeOffset? at = null)
    {
        var time = (at ?? TimeProvider.System.GetUtcNow()).ToUnixTimeMilliseconds() / 1000.0;
        var result = await GetAsync(string.Create(CultureInfo.InvariantCulture,
            $"query?query={Uri.EscapeDataString(expression)}&time={time}"));
        return [.. result["result"]!.AsArray().Select(series => Sample.Read(series!))];
    }

    /// <param name="path">Below <c>/api/v1</c>.</param>
    /// <returns>The data of the answer.</returns>
    public async Task<JsonNode> GetAsync(string path)
    {
        var text = await (await _client.GetAsync($"/api/v1/{path}", Cancelled)).Content.ReadAsStringAsync(Cancelled);
        return JsonNode.Parse(text)!["data"] ?? throw new InvalidOperationException($"{path}: {text}");
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process?.Dispose();
        _client.Dispose();
        _folder.Delete(recursive: true);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);

    private async Task ListenAsync(string program)
    {
        _process = Process.Start(new ProcessStartInfo(program,
        [
            "--config.file=prometheus.yaml", "--storage.tsdb.path=data", "--web.listen-address=127.0.0.1:0",
            "--enable-feature=exemplar-storage",
        ])
        {
            RedirectStandardError = true,
            WorkingDirectory = _folder.FullName,
        })!;
        var log = "";
        while (await _process.StandardError.ReadLineAsync(Cancelled) is { } line)
        {
            log += $"{line}\n";
            if (Address.Match(line) is { Success: true } match)
            {
                _client.BaseAddress = new($"http://{match.Groups[1]}");
            }

            if (line.Contains("Server is ready", StringComparison.Ordinal))
            {
                _ = _process.StandardError.ReadToEndAsync(CancellationToken.None); // or it would block, one day
                return;
            }
        }

        Assert.Fail($"Prometheus does not start:\n{log}");
    }

    [GeneratedRegex("""msg="Listening on" .*address=(\S+)""")]
    private static partial Regex Address { get; }
}
