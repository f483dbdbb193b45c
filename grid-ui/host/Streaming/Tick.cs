using System.Collections.Concurrent;
using ColorDemo.Grid.Wire;

namespace ColorDemo.GridHost;

/// <summary>
/// A moment up to which news are told. Viewers who know the same get the same bytes, made once: mostly all of them know
/// the tick before.
/// </summary>
public sealed class Tick(Sampler sampler, FrameTables tables, Cursor cursor, DateTimeOffset now)
{
    private readonly ConcurrentDictionary<long, Lazy<byte[]>> _frames = new();

    public Cursor Cursor => cursor;

    public DateTimeOffset Now => now;

    /// <param name="known">The cursor of an earlier tick; the default for a new viewer.</param>
    public byte[] FrameAfter(Cursor known) => _frames.GetOrAdd(
        known.Tick, (_, known) => new(() => FrameWriter.Write(Frame(known), tables, known.Tables)), known).Value;

    private Frame Frame(Cursor known)
    {
        var (samples, buckets) = sampler.Log.After(known.Sample, cursor.Sample);
        var epochs = sampler.Epochs.All.Where(one => one.Number > known.Epoch && one.Number <= cursor.Epoch).ToList();
        var incidents = sampler.Incidents.After(known.Incident).Where(one => one.Number <= cursor.Incident).ToList();
        return new(
            now, samples, buckets, epochs, incidents.Count > 0 ? incidents : null, cursor.Warning,
            known.Circumstances == cursor.Circumstances ? null : cursor.Circumstances);
    }
}
