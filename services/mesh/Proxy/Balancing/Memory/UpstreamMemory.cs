using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Proxy;

/// <summary>What a client remembers of one upstream and its endpoints.</summary>
internal sealed class UpstreamMemory(Clock clock)
{
    private static readonly long Patience = TimeSpan.FromMinutes(10).Ticks;

    private readonly WeakReference<Upstream?> _lastUser = new(null);
    private Dictionary<(string Address, string? Sni), EndpointMemory> _endpoints = [];
    private long _lastAdoption;
    private volatile int _healthVersion;

    public Clock Clock => clock;

    /// <summary>For ejections, sweeps and limits.</summary>
    public Lock Changing { get; } = new();

    /// <summary>Moves whenever an endpoint is ejected or comes back.</summary>
    public int HealthVersion => _healthVersion;

    /// <summary>When endpoints are looked over next, by the clock; 0 before the first time.</summary>
    public long NextSweep;

    /// <summary>Requests under way, counted while the upstream has limits.</summary>
    public int Requests { get; set; }

    public int Pending { get; set; }

    public int Retries { get; set; }

    /// <summary>Hash tables by priority: a reload that changes no endpoint needs no new one.</summary>
    public Dictionary<int, HashTable> HashTables { get; } = [];

    /// <summary>No snapshot has had it for a while.</summary>
    public bool IsObsolete => clock.Now - _lastAdoption > Patience
        && !_lastUser.TryGetTarget(out _)
        && _endpoints.Values.All(endpoint => endpoint.Active == 0);

    public EndpointMemory Of(UpstreamEndpoint endpoint) => _endpoints[KeyOf(endpoint)];

    public void Adopt(Upstream upstream)
    {
        _lastUser.SetTarget(upstream);
        _lastAdoption = clock.Now;
        _endpoints = upstream.Endpoints.Select(KeyOf).Distinct()
            .ToDictionary(key => key, key => _endpoints.GetValueOrDefault(key) ?? new());
    }

    public void HealthChanged() => Interlocked.Increment(ref _healthVersion);

    private static (string Address, string? Sni) KeyOf(UpstreamEndpoint endpoint) => (endpoint.Address, endpoint.Sni);
}
