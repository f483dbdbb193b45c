using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Asking;

/// <summary>The newest incidents of one sampler.</summary>
public sealed class IncidentLog(TimeProvider clock)
{
    private const int MaxKept = 500;

    private volatile Incident[] _incidents = [];
    private readonly Lock _lock = new();

    /// <summary>Of the newest; 0 before the first.</summary>
    public long Number => _incidents is [.., var last] ? last.Number : 0;

    public void Add(IncidentKind kind, string text)
    {
        lock (_lock)
        {
            _incidents = [.. _incidents.TakeLast(MaxKept - 1), new(Number + 1, clock.GetUtcNow(), kind, text)];
        }
    }

    public IReadOnlyList<Incident> After(long number) =>
        Number == number ? [] : [.. _incidents.Where(one => one.Number > number)];
}
