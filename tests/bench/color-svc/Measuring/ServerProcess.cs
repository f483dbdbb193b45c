using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using ColorDemo.ColorService.Bench.Contestants;

namespace ColorDemo.ColorService.Bench.Measuring;

/// <summary>A contestant that runs, workers included, until it is disposed of.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private const int LastLines = 10;
    private const int SigTerm = 15;

    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(10);

    private readonly Contestant _contestant;
    private readonly Process _process;
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly ConcurrentQueue<string> _lastWords = new();

    private ServerProcess(Contestant contestant, Cores cores)
    {
        _contestant = contestant;
        var (file, arguments) = cores.ForServer(contestant.File, contestant.Arguments);
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear(); // whatever this shell has set
        foreach (var (name, value) in contestant.Environment)
        {
            start.Environment[name] = value;
        }

        start.Environment.TryAdd("PATH", Environment.GetEnvironmentVariable("PATH"));
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Remember(line.Data);
        _process.ErrorDataReceived += (_, line) => Remember(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public ProcessTree Processes => ProcessTree.Of(_process.Id);

    public static ServerProcess Start(Contestant contestant, Cores cores) => new(contestant, cores);

    /// <summary>Asks again and again, without a pause.</summary>
    /// <returns>How long after the start the first answer with status 200 was there.</returns>
    /// <exception cref="BenchException">It ended, or did not answer in time.</exception>
    public TimeSpan AwaitFirstAnswer(CancellationToken stop)
    {
        while (!Asking.IsAnswered(_contestant.Port))
        {
            stop.ThrowIfCancellationRequested();
            if (_process.HasExited || Stopwatch.GetElapsedTime(_start) > StartPatience)
            {
                throw new BenchException(
                    $"{_contestant.Name} does not answer on port {_contestant.Port}:\n{string.Join('\n', _lastWords)}");
            }
        }

        return Stopwatch.GetElapsedTime(_start);
    }

    /// <summary>Asks it to end, since only nginx itself can end its workers cleanly; kills it if it does not.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(StopPatience);
        try
        {
            _ = Kill(_process.Id, SigTerm);
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);

    private void Remember(string? line)
    {
        if (line is not null)
        {
            _lastWords.Enqueue(line);
            if (_lastWords.Count > LastLines)
            {
                _lastWords.TryDequeue(out var _);
            }
        }
    }
}
