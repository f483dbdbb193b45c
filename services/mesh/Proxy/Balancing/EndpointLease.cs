using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Proxy;

/// <summary>One try's use of an endpoint, from its choice until its answer is over.</summary>
internal sealed class EndpointLease : IDisposable
{
    private readonly BalancedEndpoint _endpoint;
    private readonly bool _isRetry;
    private BalancedUpstream? _upstream;

    public EndpointLease(BalancedUpstream upstream, BalancedEndpoint endpoint, bool isRetry)
    {
        _upstream = upstream;
        _endpoint = endpoint;
        _isRetry = isRetry;
        ClosesConnection = upstream.ClosesConnections;
        Interlocked.Increment(ref endpoint.Memory.Active);
    }

    public UpstreamEndpoint Endpoint => _endpoint.Endpoint;

    /// <summary>The connection is for this request alone. Istio <c>maxRequestsPerConnection: 1</c>.</summary>
    public bool ClosesConnection { get; }

    /// <summary>Tells how the try ended, for outlier detection.</summary>
    /// <param name="status">The answer's; null when there was none: no connection, a reset, a timeout.</param>
    public void Report(int? status) => _upstream?.Report(_endpoint, status);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _upstream, null) is { } upstream)
        {
            Interlocked.Decrement(ref _endpoint.Memory.Active);
            upstream.Limits?.Leave(_endpoint.Memory, _isRetry);
        }
    }
}
