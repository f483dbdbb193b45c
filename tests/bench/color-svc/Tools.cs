using System.Diagnostics;

namespace ColorDemo.ColorService.Bench;

/// <summary>Programs of the machine.</summary>
internal static class Tools
{
    // Debian keeps servers out of the PATH of ordinary users.
    private static readonly string[] Folders =
        [.. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'), "/usr/local/sbin", "/usr/sbin", "/sbin"];

    /// <summary>The program's full path; null when the machine has none of that name.</summary>
    public static string? Find(string name) =>
        Folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <exception cref="BenchException">The machine has none; the message says how to get it.</exception>
    public static string Require(string name, string debianPackage) =>
        Find(name)
        ?? throw new BenchException($"{name} is not on PATH. On Debian or Ubuntu: apt-get install {debianPackage}");

    /// <summary>Runs a program to its end.</summary>
    /// <returns>What it printed on standard output.</returns>
    /// <exception cref="BenchException">It ended with an error; the message bears what it said.</exception>
    public static async Task<string> RunAsync(
        string file, IEnumerable<string> arguments, CancellationToken stop, string? folder = null)
    {
        using var process = Process.Start(new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder ?? "",
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            var error = process.StandardError.ReadToEndAsync(stop);
            var output = await process.StandardOutput.ReadToEndAsync(stop);
            await process.WaitForExitAsync(stop);
            return process.ExitCode == 0
                ? output
                : throw new BenchException($"{Path.GetFileName(file)} failed:\n{output}{await error}");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
