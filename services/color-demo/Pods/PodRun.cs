using System.ComponentModel;
using System.Diagnostics;

namespace ColorDemo.Launcher.Pods;

/// <summary>One run of a pod's program, from its start to its end.</summary>
internal sealed class PodRun : IDisposable
{
    /// <summary>As a shell tells a program that it cannot run.</summary>
    private const int CannotRun = 126;

    private static readonly TimeSpan Drain = TimeSpan.FromMilliseconds(200);

    private readonly Process _process;
    private readonly PodOutput _output;
    private readonly Action<string> _line;
    private bool _isStarted;

    public PodRun(ProcessStartInfo start, Action<string> line)
    {
        _process = new() { StartInfo = start };
        _output = new(_process, line);
        _line = line;
    }

    public IReadOnlyList<string> LastLines => _output.LastLines;

    /// <remarks>A program that cannot be started is one that has exited already.</remarks>
    public ContainerRun Start()
    {
        var now = DateTimeOffset.UtcNow;
        try
        {
            _process.Start();
            _isStarted = true;
            _output.Begin();
            return new(_process.Id, now);
        }
        catch (Win32Exception wrong)
        {
            _line($"cannot be started: {wrong.Message}");
            return new(0, now);
        }
    }

    public Task WaitForExitAsync(CancellationToken stop) => _isStarted
        ? Task.WhenAny(_process.WaitForExitAsync(stop))
        : Task.CompletedTask;

    /// <summary>Closes the lifeline, which lets requests under way finish; kills what does not stop in time.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync(CancellationToken kill)
    {
        if (!_isStarted)
        {
            return CannotRun;
        }

        if (!_process.HasExited)
        {
            // For requests that drew this pod a moment ago and are not with it yet.
            await Task.Delay(Drain, kill).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _process.StandardInput.Close();
            await _process.WaitForExitAsync(kill).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync(CancellationToken.None); // and all that it printed is read
        return _process.ExitCode;
    }

    public void Dispose() => _process.Dispose();
}
