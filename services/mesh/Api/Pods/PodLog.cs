namespace ColorDemo.Mesh.Api;

/// <summary>What one container of a pod printed, its newest lines.</summary>
public sealed class PodLog
{
    private const int MostLines = 10_000;
    private const int LongestLine = 16 * 1024; // as the container runtime's

    private readonly Lock _reading = new();
    private readonly Queue<LogLine> _lines = new();
    private TaskCompletionSource _grown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _newest;

    /// <summary>Whether the container has ended, so that no line will follow.</summary>
    public bool IsComplete { get; private set; }

    public void Append(string text, DateTimeOffset time) => Change(() =>
    {
        _lines.Enqueue(new(++_newest, time, text.Length > LongestLine ? text[..LongestLine] : text));
        if (_lines.Count > MostLines)
        {
            _lines.Dequeue();
        }
    });

    public void Complete() => Change(() => IsComplete = true);

    /// <summary>The lines after one that is known, as far as they are kept; 0 for all.</summary>
    public IReadOnlyList<LogLine> After(long number)
    {
        lock (_reading)
        {
            return [.. _lines.SkipWhile(line => line.Number <= number)];
        }
    }

    /// <summary>Completes as soon as there are lines after one that is known, or none will follow.</summary>
    public Task GrownAfter(long number)
    {
        lock (_reading)
        {
            return IsComplete || number < _newest ? Task.CompletedTask : _grown.Task;
        }
    }

    private void Change(Action change)
    {
        TaskCompletionSource grown;
        lock (_reading)
        {
            change();
            grown = _grown;
            _grown = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        grown.SetResult();
    }
}

/// <param name="Number">From 1, without gaps.</param>
/// <param name="Time">When it was printed.</param>
public sealed record LogLine(long Number, DateTimeOffset Time, string Text);
