using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Proxy;

/// <summary>Which endpoint has a hash. Only few hashes move when an endpoint comes or goes.</summary>
internal abstract class HashTable(ConsistentHash rule, HashedKey[] keys)
{
    /// <returns>The index of an endpoint.</returns>
    public abstract int Find(ulong hash);

    /// <summary>The one before, when nothing changed.</summary>
    public static HashTable Of(
        BalancedEndpoint[] endpoints, ConsistentHash rule, UpstreamMemory memory, int priority)
    {
        HashedKey[] keys = [.. endpoints.Select(one => new HashedKey(one.Endpoint.Address, one.Weight))];
        lock (memory.HashTables)
        {
            return memory.HashTables.TryGetValue(priority, out var before) && before.Serves(rule, keys)
                ? before
                : memory.HashTables[priority] =
                    rule.IsMaglev ? new MaglevTable(rule, keys) : new HashRing(rule, keys);
        }
    }

    private bool Serves(ConsistentHash otherRule, HashedKey[] otherKeys) =>
        rule.IsMaglev == otherRule.IsMaglev
        && rule.MinimumRingSize == otherRule.MinimumRingSize
        && keys.AsSpan().SequenceEqual(otherKeys);
}

/// <param name="Text">What is hashed for an endpoint: its address.</param>
internal readonly record struct HashedKey(string Text, int Weight);
