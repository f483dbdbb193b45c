using ColorDemo.Grid.Wire;

namespace ColorDemo.GridHost;

/// <summary>How far a sampler's news are known: the newest sample, epoch and incident, by their numbers.</summary>
/// <param name="Tick">Counts the ticks of a sampler from 1; 0 before the first.</param>
public readonly record struct Cursor(
    long Tick, long Sample, long Epoch, long Incident, string? Warning, Circumstances? Circumstances,
    FrameTablesLength Tables);
