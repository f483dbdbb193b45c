using System.Diagnostics;
using ColorDemo.Tests;

namespace ColorDemo.Observability.Tests;

/// <summary>The checks that come with Prometheus.</summary>
internal static class Promtool
{
    /// <returns>The exit code, and all that it printed.</returns>
    public static async Task<(int ExitCode, string Output)> RunAsync(string input, params string[] arguments)
    {
        var cancelled = TestContext.Current.CancellationToken;
        using var promtool = Process.Start(new ProcessStartInfo(Tools.Promtool, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = promtool.StandardOutput.ReadToEndAsync(cancelled);
        var error = promtool.StandardError.ReadToEndAsync(cancelled);
        await promtool.StandardInput.WriteAsync(input.AsMemory(), cancelled);
        promtool.StandardInput.Close();
        await promtool.WaitForExitAsync(cancelled);
        return (promtool.ExitCode, await output + await error);
    }
}
