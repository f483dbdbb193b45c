using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Proxy;

/// <summary>One try's use of an endpoint, from its choice until its answer is over.</summary>
internal sealed class EndpointLease(UpstreamEndpoint endpoint) : IDisposable
{
    public UpstreamEndpoint Endpoint => endpoint;

    public int? Status { get; private set; }

    /// <summary>Tells how the try ended, for outlier detection.</summary>
    /// <param name="status">The answer's; null when there was none: no connection, a reset, a timeout.</param>
    public void Report(int? status) => Status = status;

    public void Dispose()
    {
    }
}
