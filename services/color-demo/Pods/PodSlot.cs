namespace ColorDemo.Launcher.Pods;

/// <summary>One pod's name, and the process that serves under it, replaced whenever another spec is wanted.</summary>
/// <remarks>
/// The old process serves until the new one is ready, so a spec that never becomes ready costs nothing, and going back
/// to the old spec finds it still there.
/// </remarks>
internal sealed class PodSlot
{
    private readonly Lock _changing = new();
    private readonly Func<PodSpec, PodProcess> _create;
    private readonly List<PodProcess> _processes = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private PodSpec? _wanted;

    public PodSlot(PodSpec first, Func<PodSpec, PodProcess> create)
    {
        _wanted = first;
        _create = create;
        Emptied = RunAsync();
    }

    /// <summary>Completes once no pod is wanted any more and the last process has stopped.</summary>
    public Task Emptied { get; }

    /// <summary>One, or two while one replaces the other.</summary>
    public IReadOnlyList<PodProcess> Processes
    {
        get
        {
            lock (_changing)
            {
                return [.. _processes];
            }
        }
    }

    /// <param name="spec">Null to have none any more, for good.</param>
    public void Want(PodSpec? spec)
    {
        lock (_changing)
        {
            if (_wanted?.Fingerprint != spec?.Fingerprint)
            {
                _wanted = spec;
                _changed.TrySetResult();
                _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }

    private async Task RunAsync()
    {
        PodProcess? serving = null;
        while (Now() is ({ } wanted, var changed))
        {
            if (serving?.Spec.Fingerprint == wanted.Fingerprint)
            {
                await changed;
                continue;
            }

            if (PodPlacement.HasFixedPort(wanted))
            {
                await RetireAsync(serving);
                serving = null;
            }

            var next = Start(wanted);
            await Task.WhenAny(next.Ready, changed);
            var (goes, stays) = next.Ready.IsCompleted ? (serving, next) : (next, serving);
            await RetireAsync(goes);
            serving = stays;
        }

        await RetireAsync(serving);
    }

    private (PodSpec? Wanted, Task Changed) Now()
    {
        lock (_changing)
        {
            return (_wanted, _changed.Task);
        }
    }

    private PodProcess Start(PodSpec spec)
    {
        var process = _create(spec);
        lock (_changing)
        {
            _processes.Add(process);
        }

        process.Start();
        return process;
    }

    private async Task RetireAsync(PodProcess? process)
    {
        if (process is not null)
        {
            await process.DisposeAsync();
            lock (_changing)
            {
                _processes.Remove(process);
            }
        }
    }
}
