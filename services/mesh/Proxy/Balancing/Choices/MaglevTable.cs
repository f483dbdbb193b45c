using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Proxy;

/// <summary>Endpoints fill a table in turn, each in an order of its own. Envoy's <c>OriginalMaglevTable</c>.</summary>
internal sealed class MaglevTable : HashTable
{
    private const int Size = 65537; // prime, so that every order visits every place

    private readonly int[] _owners = new int[Size];

    public MaglevTable(ConsistentHash rule, HashedKey[] keys) : base(rule, keys)
    {
        Array.Fill(_owners, -1);
        var heaviest = (double)keys.Max(key => key.Weight);
        var places = keys.Select(key => (long)(RequestHash.Of(key.Text) % Size)).ToArray();
        var skips = keys.Select(key => (long)(RequestHash.Of(key.Text, seed: 1) % (Size - 1)) + 1).ToArray();
        var targets = new double[keys.Length];
        var filled = 0;
        for (var round = 1; filled < Size; round++)
        {
            for (var owner = 0; owner < keys.Length && filled < Size; owner++)
            {
                if (round * (double)keys[owner].Weight < targets[owner])
                {
                    continue; // lighter ones sit some rounds out
                }

                targets[owner] += heaviest;
                while (_owners[places[owner]] >= 0)
                {
                    places[owner] = (places[owner] + skips[owner]) % Size;
                }

                _owners[places[owner]] = owner;
                filled++;
            }
        }
    }

    public override int Find(ulong hash) => _owners[hash % Size];
}
