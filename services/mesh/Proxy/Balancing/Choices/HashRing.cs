using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Proxy;

/// <summary>Every endpoint stands at many places of a ring; a hash belongs to the next one.</summary>
internal sealed class HashRing : HashTable
{
    /// <summary>Envoy <c>maximum_ring_size</c>.</summary>
    private const int Largest = 8 * 1024 * 1024;

    private readonly ulong[] _places;
    private readonly int[] _owners;

    /// <remarks>Source: Envoy's <c>RingHashLoadBalancer::Ring::Ring</c>.</remarks>
    public HashRing(ConsistentHash rule, HashedKey[] keys) : base(rule, keys)
    {
        var sum = (double)keys.Sum(key => (long)key.Weight);
        var lightest = keys.Min(key => key.Weight) / sum;
        var scale = Math.Min(Math.Ceiling(lightest * rule.MinimumRingSize) / lightest, Largest);
        List<ulong> places = [];
        List<int> owners = [];
        var target = 0.0;
        for (var owner = 0; owner < keys.Length; owner++)
        {
            target += scale * keys[owner].Weight / sum;
            for (var index = 0; places.Count < target; index++)
            {
                places.Add(RequestHash.Of($"{keys[owner].Text}_{index}"));
                owners.Add(owner);
            }
        }

        _places = [.. places];
        _owners = [.. owners];
        Array.Sort(_places, _owners);
    }

    public override int Find(ulong hash)
    {
        var found = Array.BinarySearch(_places, hash);
        var place = found < 0 ? ~found : found;
        return _owners[place == _places.Length ? 0 : place];
    }
}
