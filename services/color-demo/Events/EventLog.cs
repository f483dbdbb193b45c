using System.Collections.Concurrent;
using ColorDemo.Mesh.Api;

namespace ColorDemo.Launcher.Events;

/// <summary>The newest events of one cluster, equal ones counted in one object.</summary>
/// <param name="node">The name of the place where all pods run.</param>
internal sealed class EventLog(string node)
{
    public const int MostKept = 200;

    private readonly ConcurrentQueue<ClusterEvent> _new = new();
    private readonly Dictionary<(string Uid, string Reason, string Message), CountedEvent> _kept = [];
    private long _number;

    public bool HasNews => !_new.IsEmpty;

    /// <summary>From any thread; it becomes an object with the cluster's next write.</summary>
    public void Add(ClusterEvent happened) => _new.Enqueue(happened);

    /// <param name="draft">Has the objects that the events are about.</param>
    public void WriteTo(StoreDraft draft)
    {
        while (_new.TryDequeue(out var happened))
        {
            if (draft.Find(happened.About) is { } about)
            {
                draft.PutDerived(EventObject.Of(Count(happened, about), about, node));
            }
        }

        foreach (var (key, old) in _kept.OrderBy(one => one.Value.Last.Time).SkipLast(MostKept).ToList())
        {
            _kept.Remove(key);
            draft.Remove(EventObject.KeyOf(old), Writer.Cluster);
        }
    }

    private CountedEvent Count(ClusterEvent happened, StoredObject about)
    {
        var key = (about.Uid, happened.Reason, happened.Message);
        return _kept[key] = _kept.TryGetValue(key, out var before)
            ? before with { Last = happened, Count = before.Count + 1 }
            : new($"{happened.About.Name}.{++_number:x8}", happened.Time, happened, Count: 1);
    }
}

/// <param name="Name">Of the Event object.</param>
internal sealed record CountedEvent(string Name, DateTimeOffset First, ClusterEvent Last, int Count);
