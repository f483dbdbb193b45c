namespace ColorDemo.Grid.Wire;

/// <summary>A frame without what there is much of.</summary>
/// <param name="Samples">How many follow.</param>
/// <param name="Buckets">How many follow the samples.</param>
/// <param name="Destinations">Those not told before, and maybe some that were; absent when there are none.</param>
/// <param name="Colors">As <paramref name="Destinations"/>.</param>
public sealed record FrameHead(
    DateTimeOffset Now,
    int Samples,
    int Buckets,
    NewEntries<Destination>? Destinations = null,
    NewEntries<ColorName>? Colors = null,
    IReadOnlyList<Epoch>? Epochs = null,
    IReadOnlyList<Incident>? Incidents = null,
    string? Warning = null,
    Circumstances? Circumstances = null);

/// <summary>Entries of a table that both sides keep for as long as they are connected.</summary>
/// <param name="From">The place of the first one.</param>
public sealed record NewEntries<T>(int From, IReadOnlyList<T> Entries);

public sealed record ColorName(string Name, string Hex);
