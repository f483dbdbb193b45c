using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ColorDemo.Grid.Tests;

/// <summary>The real host as a process of its own, on a port that was free.</summary>
internal sealed partial class GridHostProcess : IAsyncDisposable
{
    private readonly Process _process;

    private GridHostProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
        Http = new() { BaseAddress = address };
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public static async Task<GridHostProcess> StartAsync(params (string Name, string Value)[] environment)
    {
        var process = Start(environment);
        var address = new TaskCompletionSource<Uri>();
        process.OutputDataReceived += (_, output) =>
        {
            if (output.Data is null)
            {
                address.TrySetException(new InvalidOperationException("The host ended before it listened."));
            }
            else if (Listening().Match(output.Data) is { Success: true } match)
            {
                address.TrySetResult(new(match.Groups[1].Value));
            }
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new(process, await address.Task.WaitAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>For a host that is not expected to run.</summary>
    public static async Task<(int ExitCode, string Errors)> RunAsync(params (string Name, string Value)[] environment)
    {
        using var process = Start(environment);
        process.BeginOutputReadLine();
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, errors);
    }

    public async Task StopAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await StopAsync();
        _process.Dispose();
    }

    private static Process Start((string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ColorDemo.GridHost.dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(), // nothing may depend on where it is started
            Environment = { ["BIND_ADDRESS"] = "127.0.0.1", ["PORT"] = "0", ["KUBECONFIG"] = "/dev/null" },
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();
}
