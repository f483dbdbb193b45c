using System.Diagnostics;

namespace ColorDemo.EndToEnd.Tests;

/// <summary>One finished run of <c>color-demo validate</c>.</summary>
internal sealed record Validate(int ExitCode, string Output, string Errors)
{
    public static Task<Validate> RunAsync(params string[] arguments) => RunWithInputAsync("", arguments);

    /// <param name="input">What the command reads from standard input.</param>
    /// <param name="arguments">What stands behind <c>validate</c>.</param>
    public static async Task<Validate> RunWithInputAsync(string input, params string[] arguments)
    {
        var stop = TestContext.Current.CancellationToken;
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", ["exec", Repository.Launcher, "validate", .. arguments])
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
