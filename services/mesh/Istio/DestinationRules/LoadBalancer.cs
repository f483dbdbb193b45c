namespace ColorDemo.Mesh.Istio;

/// <summary>Which of the endpoints gets a request. Istio <c>LoadBalancerSettings</c>.</summary>
/// <param name="Simple">
/// LEAST_REQUEST, ROUND_ROBIN, RANDOM or PASSTHROUGH; LEAST_CONN is read as LEAST_REQUEST, and UNSPECIFIED as absent.
/// </param>
/// <param name="ConsistentHash">Instead of <paramref name="Simple"/>.</param>
/// <param name="Locality">Absent: the mesh's default, which prefers near endpoints only with outlier detection.</param>
public sealed record LoadBalancer(string? Simple, ConsistentHash? ConsistentHash, LocalityLoadBalancing? Locality);

/// <summary>
/// Requests with the same key go to the same endpoint; one without the key goes anywhere. Exactly one key is set.
/// Istio <c>LoadBalancerSettings.ConsistentHashLB</c>.
/// </summary>
/// <param name="IsMaglev">Else a hash ring.</param>
/// <param name="MinimumRingSize">Default 1024.</param>
public sealed record ConsistentHash(
    string? HttpHeaderName,
    HashCookie? HttpCookie,
    bool UseSourceIp,
    string? HttpQueryParameterName,
    bool IsMaglev,
    int MinimumRingSize);

/// <param name="Ttl">Given: a request without the cookie gets one, of this age; zero is a session cookie.</param>
public sealed record HashCookie(string Name, string? Path, TimeSpan? Ttl);

/// <summary>Which endpoints are near. Istio <c>LocalityLoadBalancerSetting</c>.</summary>
/// <param name="IsEnabled">False switches it off; true, the mesh's default, when absent.</param>
public sealed record LocalityLoadBalancing(
    bool IsEnabled,
    IReadOnlyList<LocalityDistribution> Distribute,
    IReadOnlyList<LocalityFailover> Failover,
    IReadOnlyList<string> FailoverPriority);

/// <param name="From"><c>region/zone/subzone</c>, each part or the tail may be <c>*</c>.</param>
/// <param name="To">Percentages by locality; they sum to 100.</param>
public sealed record LocalityDistribution(string From, IReadOnlyDictionary<string, int> To);

/// <summary>When <paramref name="From"/>, a region, fails, <paramref name="To"/> takes over.</summary>
public sealed record LocalityFailover(string From, string To);
