using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ColorDemo.Grid.Tests;

/// <summary>The real color-svc as a process of its own, on ports that were free.</summary>
internal sealed partial class ColorServiceProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ColorServiceProcess(Process process) => _process = process;

    /// <summary>HTTP/1.1.</summary>
    public Uri Http { get; private set; } = null!;

    /// <summary>HTTP/2 without TLS.</summary>
    public Uri Grpc { get; private set; } = null!;

    public static async Task<ColorServiceProcess> StartAsync(params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "color-svc.dll")])
        {
            RedirectStandardOutput = true,
            Environment =
            {
                ["BIND_ADDRESS"] = "127.0.0.1", ["PORT"] = "0", ["GRPC_PORT"] = "0", ["ADMIN_PORT"] = "0",
                ["DRAIN_SECONDS"] = "0", ["Logging__Console__FormatterName"] = "simple",
                ["CLUSTER_NAME"] = "armadillo", ["VERSION"] = "v2", ["POD_NAME"] = "color-svc-v2-0",
            },
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var service = new ColorServiceProcess(Process.Start(start)!);
        while (await service._process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Contains("Listening on ", StringComparison.Ordinal))
            {
                Uri[] all = [.. Address().Matches(line).Select(match => new Uri(match.Value)).Distinct()];
                (service.Http, service.Grpc) = (all[0], all[1]);
                _ = service._process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return service;
            }
        }

        throw new InvalidOperationException("color-svc ended before it listened.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    [GeneratedRegex("http://[^ ,\"]+")]
    private static partial Regex Address();
}
