using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Proxy;

/// <summary>What a client remembers of its upstreams from one snapshot to the next, by their names.</summary>
internal sealed class ClientMemory(Clock clock)
{
    private static readonly long Pause = TimeSpan.FromMinutes(1).Ticks;

    private readonly Dictionary<string, UpstreamMemory> _upstreams = [];
    private long _nextCleaning = Pause;

    public int Count => _upstreams.Count;

    /// <summary>For an upstream of a new snapshot: endpoints that it no longer has are forgotten.</summary>
    public UpstreamMemory Of(Upstream upstream)
    {
        Clean();
        if (!_upstreams.TryGetValue(upstream.Name, out var memory))
        {
            _upstreams[upstream.Name] = memory = new(clock);
        }

        memory.Adopt(upstream);
        return memory;
    }

    private void Clean()
    {
        if (clock.Now < _nextCleaning)
        {
            return;
        }

        _nextCleaning = clock.Now + Pause;
        foreach (var (name, _) in _upstreams.Where(pair => pair.Value.IsObsolete).ToList())
        {
            _upstreams.Remove(name);
        }
    }
}
