using System.Diagnostics;
using ColorDemo.Tests;

namespace ColorDemo.EndToEnd.Tests.Kubectl;

/// <summary>The machine's kubectl, talking to one cluster of a running demo.</summary>
/// <param name="kubeconfig">The demo's own; the user's is never read.</param>
internal sealed class Kubectl(string kubeconfig, string context)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>What kubectl prints; anything but success fails the test.</summary>
    public async Task<string> RunAsync(params string[] arguments)
    {
        var run = await TryAsync(arguments);
        Assert.True(run.ExitCode == 0, $"kubectl {string.Join(' ', arguments)}: {run}");
        return run.Output;
    }

    public Task<KubectlRun> TryAsync(params string[] arguments) => TryAsync("", null, arguments);

    /// <param name="input">What <c>-f -</c> reads.</param>
    /// <param name="arguments">What stands behind <c>kubectl</c>.</param>
    public Task<KubectlRun> TryWithInputAsync(string input, params string[] arguments) =>
        TryAsync(input, null, arguments);

    /// <param name="editor">A command that changes the file whose name it gets last.</param>
    /// <param name="arguments">What stands behind <c>kubectl</c>.</param>
    public Task<KubectlRun> TryWithEditorAsync(string editor, params string[] arguments) =>
        TryAsync("", editor, arguments);

    /// <summary>Starts a command that goes on, such as a watch.</summary>
    public Process Start(params string[] arguments) => Process.Start(StartInfo(null, arguments))!;

    private async Task<KubectlRun> TryAsync(string input, string? editor, string[] arguments)
    {
        using var process = Process.Start(StartInfo(editor, arguments))!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(Stop);
        var errors = process.StandardError.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        return new(process.ExitCode, await output, await errors);
    }

    private ProcessStartInfo StartInfo(string? editor, string[] arguments)
    {
        var folder = Path.GetDirectoryName(kubeconfig)!;
        string[] common =
            ["--kubeconfig", kubeconfig, "--context", context, "--cache-dir", Path.Combine(folder, "cache")];
        var start = new ProcessStartInfo(Tools.Kubectl, [.. common, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TMPDIR"] = folder;
        start.Environment["KUBE_EDITOR"] = editor ?? "false";
        return start;
    }
}

/// <summary>One finished run.</summary>
internal sealed record KubectlRun(int ExitCode, string Output, string Errors);
