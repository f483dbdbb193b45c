using System.Collections.Concurrent;

namespace ColorDemo.Mesh.Proxy;

/// <summary>A balancer for each client, as each Envoy judges endpoints by what it saw itself.</summary>
/// <remarks>It outlives the snapshots: what balancers remember does not begin anew with a reload.</remarks>
internal sealed class Balancers(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Balancer> _byClient = new(StringComparer.Ordinal);

    /// <param name="client">
    /// A name of its own for each proxy: an ingress gateway and an east-west gateway of one cluster are two clients.
    /// </param>
    public Balancer Of(string client) => _byClient.GetOrAdd(client, static (_, time) => new(time), time);
}
