using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using ColorDemo.ColorService.Colors;
using Grpc.Net.Client;

namespace ColorDemo.ColorService.Tests;

/// <summary>
/// The real service in a process of its own, on ports that the system chooses: the one that was built along, or the
/// native file that <c>COLORDEMO_COLOR_SVC</c> names.
/// </summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly string? NativeFile = Environment.GetEnvironmentVariable("COLORDEMO_COLOR_SVC");

    private readonly Process _process;
    private readonly List<string> _banner = [];
    private Task<string> _log = Task.FromResult("");

    private ServiceProcess(Process process) => _process = process;

    public HttpClient Client { get; } = new() { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>For the admin port.</summary>
    public HttpClient Admin { get; } = new() { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>Plain HTTP/2.</summary>
    public Uri GrpcAddress { get; private set; } = null!;

    /// <summary>The lines before the first request.</summary>
    public IReadOnlyList<string> Banner => _banner;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<ServiceProcess> StartAsync(params (string Name, string Value)[] environment)
    {
        var service = new ServiceProcess(Start(environment));
        var output = service._process.StandardOutput;
        while (await output.ReadLineAsync(Cancelled) is { } line)
        {
            service._banner.Add(line);
            if (line.Contains("Listening on ", StringComparison.Ordinal))
            {
                service.FindAddresses(line);
                service._log = output.ReadToEndAsync(CancellationToken.None);
                return service;
            }
        }

        throw new InvalidOperationException(await service._process.StandardError.ReadToEndAsync(Cancelled));
    }

    public GrpcChannel Channel() => GrpcChannel.ForAddress(GrpcAddress);

    /// <summary>For a start that is to fail: waits for the end of the process.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> FailAsync(
        params (string Name, string Value)[] environment)
    {
        await using var service = new ServiceProcess(Start(environment));
        var output = service._process.StandardOutput.ReadToEndAsync(Cancelled);
        var error = service._process.StandardError.ReadToEndAsync(Cancelled);
        await service._process.WaitForExitAsync(Cancelled);
        return (service._process.ExitCode, await output, await error);
    }

    public void Terminate()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Sends SIGTERM and waits for the end.</summary>
    /// <returns>The exit code and the lines logged after the start banner.</returns>
    public Task<(int ExitCode, string[] Log)> StopAsync()
    {
        Terminate();
        return EndAsync();
    }

    /// <inheritdoc cref="StopAsync"/>
    public async Task<(int ExitCode, string[] Log)> EndAsync()
    {
        await _process.WaitForExitAsync(Cancelled);
        return (_process.ExitCode, (await _log).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The lines of the metrics that bear an exemplar.</summary>
    public async Task<string[]> ExemplarsAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.Add("Accept", "application/openmetrics-text; version=1.0.0");
        using var response = await Client.SendAsync(request, Cancelled);
        var lines = (await response.Content.ReadAsStringAsync(Cancelled)).Split('\n');
        return [.. lines.Where(line => line.Contains(" # {", StringComparison.Ordinal))];
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Admin.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    private void FindAddresses(string line)
    {
        Uri[] all =
        [
            .. Regex.Matches(line, @"http://[^ ,""]+").DistinctBy(match => match.Value).Select(match =>
                new Uri(match.Value.Replace("[::]", "127.0.0.1", StringComparison.Ordinal))),
        ];
        (Client.BaseAddress, GrpcAddress, Admin.BaseAddress) = (all[0], all[1], all[2]);
    }

    private static Process Start((string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(
            NativeFile ?? Muxer, NativeFile is null ? [typeof(Palette).Assembly.Location] : [])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var name in SettingsTests.Variables)
        {
            start.Environment.Remove(name); // whatever the machine has set
        }

        start.Environment["PORT"] = "0";
        start.Environment["GRPC_PORT"] = "0";
        start.Environment["ADMIN_PORT"] = "0";
        start.Environment["DRAIN_SECONDS"] = "0";
        start.Environment["Logging__Console__FormatterName"] = "simple";
        start.Environment["BIND_ADDRESS"] = "127.0.0.1";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>The <c>dotnet</c> that runs this test: runtimes lie in its <c>shared/NAME/VERSION</c>.</summary>
    private static string Muxer => Path.GetFullPath(Path.Combine(
        RuntimeEnvironment.GetRuntimeDirectory(),
        "../../..",
        OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
}
