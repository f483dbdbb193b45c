using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Proxy;

/// <summary>How much of an upstream may be used at a time. Envoy's circuit breakers.</summary>
/// <remarks>
/// Over HTTP/1.1 a request under way is a connection. A request for an endpoint without any always gets one, so that
/// none waits for ever; others wait for one of their endpoint. Source: Envoy's <c>ConnPoolImplBase</c>.
/// </remarks>
internal sealed class ConnectionLimits(ConnectionPool pool, UpstreamMemory memory)
{
    public static bool AreIn(ConnectionPool pool) => pool is not
    {
        MaxConnections: null, MaxPendingRequests: null, MaxRequests: null, MaxRetries: null,
    };

    public bool AllowsRetry
    {
        get
        {
            lock (memory.Changing)
            {
                return memory.Retries < (pool.MaxRetries ?? int.MaxValue);
            }
        }
    }

    /// <returns>False when it would have to wait, or overflows.</returns>
    public bool TryEnter(EndpointMemory endpoint, bool isRetry)
    {
        lock (memory.Changing)
        {
            if (!Allows(isRetry) || !HasConnection(endpoint))
            {
                return false;
            }

            Enter(endpoint, isRetry);
            return true;
        }
    }

    /// <returns>False when it overflows.</returns>
    public async ValueTask<bool> EnterAsync(EndpointMemory endpoint, bool isRetry, CancellationToken cancellation)
    {
        var place = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (memory.Changing)
        {
            if (!Allows(isRetry))
            {
                return false;
            }

            if (HasConnection(endpoint))
            {
                Enter(endpoint, isRetry);
                return true;
            }

            if (memory.Pending >= (pool.MaxPendingRequests ?? int.MaxValue))
            {
                return false;
            }

            memory.Pending++;
            memory.Retries += isRetry ? 1 : 0;
            endpoint.Waiting.AddLast(place);
        }

        using var given = cancellation.UnsafeRegister(_ => GiveUp(endpoint, place, isRetry, cancellation), null);
        await place.Task;
        return true;
    }

    /// <summary>Whoever waits longest takes the connection over.</summary>
    public void Leave(EndpointMemory endpoint, bool isRetry)
    {
        lock (memory.Changing)
        {
            memory.Requests--;
            memory.Retries -= isRetry ? 1 : 0;
            endpoint.Connections--;
            while (endpoint.Waiting.First is { } next && HasConnection(endpoint))
            {
                endpoint.Waiting.RemoveFirst();
                memory.Pending--;
                Enter(endpoint, isRetry: false); // which counted its retry when it began to wait
                next.Value.SetResult();
            }
        }
    }

    private bool Allows(bool isRetry) =>
        memory.Requests < (pool.MaxRequests ?? int.MaxValue)
        && (!isRetry || memory.Retries < (pool.MaxRetries ?? int.MaxValue));

    private bool HasConnection(EndpointMemory endpoint) =>
        endpoint.Connections == 0 || memory.Requests < (pool.MaxConnections ?? int.MaxValue);

    private void Enter(EndpointMemory endpoint, bool isRetry)
    {
        memory.Requests++;
        memory.Retries += isRetry ? 1 : 0;
        endpoint.Connections++;
    }

    private void GiveUp(
        EndpointMemory endpoint, TaskCompletionSource place, bool isRetry, CancellationToken cancellation)
    {
        lock (memory.Changing)
        {
            if (endpoint.Waiting.Remove(place))
            {
                memory.Pending--;
                memory.Retries -= isRetry ? 1 : 0;
                place.SetCanceled(cancellation);
            }
        }
    }
}
