using System.Diagnostics;

namespace ColorDemo.EndToEnd.Tests;

/// <summary>Runs <c>color-demo</c> until it ends by itself.</summary>
internal static class Launcher
{
    /// <param name="input">What the command reads from standard input.</param>
    /// <param name="arguments">The command and what stands behind it.</param>
    public static async Task<LauncherRun> RunAsync(string input, params string[] arguments)
    {
        var stop = TestContext.Current.CancellationToken;
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", Repository.Launcher, .. arguments])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(stop);
        var errors = process.StandardError.ReadToEndAsync(stop);
        await process.WaitForExitAsync(stop);
        return new(process.ExitCode, await output, await errors);
    }
}

/// <summary>One finished run.</summary>
internal sealed record LauncherRun(int ExitCode, string Output, string Errors);
