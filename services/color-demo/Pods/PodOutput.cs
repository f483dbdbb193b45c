using System.Diagnostics;

namespace ColorDemo.Launcher.Pods;

/// <summary>What a pod prints: passed on line by line, the last lines kept to tell why it exited.</summary>
internal sealed class PodOutput
{
    private const int Kept = 20;

    private readonly Process _process;
    private readonly Action<string> _line;
    private readonly Queue<string> _last = new();

    public PodOutput(Process process, Action<string> line)
    {
        _process = process;
        _line = line;
        process.OutputDataReceived += (_, received) => Keep(received.Data);
        process.ErrorDataReceived += (_, received) => Keep(received.Data);
    }

    public IReadOnlyList<string> LastLines
    {
        get
        {
            lock (_last)
            {
                return [.. _last];
            }
        }
    }

    public void Begin()
    {
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_last)
        {
            _last.Enqueue(line);
            if (_last.Count > Kept)
            {
                _last.Dequeue();
            }
        }

        _line(line);
    }
}
