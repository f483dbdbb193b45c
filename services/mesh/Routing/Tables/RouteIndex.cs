namespace ColorDemo.Mesh.Routing;

/// <summary>Finds the first matching route without trying them all.</summary>
/// <remarks>
/// Exact paths and prefixes are looked up by their text, the prefixes once for each length that occurs. Each lookup
/// gives the places of the routes with that text; of all that match, the lowest place wins. The rest, regexes and
/// texts in any case, is tried in order.
/// </remarks>
internal sealed class RouteIndex
{
    private readonly IReadOnlyList<MeshRoute> _routes;
    private readonly Lookup _exact = new();
    private readonly Lookup _prefixes = new();
    private readonly int[] _lengths;
    private readonly int[] _others;

    public RouteIndex(IReadOnlyList<MeshRoute> routes)
    {
        _routes = routes;
        List<int> others = [];
        for (var place = 0; place < routes.Count; place++)
        {
            switch (routes[place].Match.Path)
            {
                case { Kind: PathKind.Exact, IgnoresCase: false, Text: var text }:
                    _exact.Add(text, place);
                    break;
                case { Kind: PathKind.Prefix or PathKind.SegmentPrefix, IgnoresCase: false, Text: var text }:
                    _prefixes.Add(text, place);
                    break;
                default:
                    others.Add(place);
                    break;
            }
        }

        _lengths = [.. _prefixes.Lengths];
        _others = [.. others];
    }

    public MeshRoute? First(in MeshRequest request)
    {
        var path = request.Path.AsSpan();
        var best = FirstOf(_exact.Find(path), int.MaxValue, request);
        foreach (var length in _lengths)
        {
            if (length > path.Length)
            {
                break;
            }

            best = FirstOf(_prefixes.Find(path[..length]), best, request);
        }

        best = FirstOf(_others, best, request);
        return best == int.MaxValue ? null : _routes[best];
    }

    private int FirstOf(int[] places, int best, in MeshRequest request)
    {
        foreach (var place in places)
        {
            if (place >= best)
            {
                break;
            }

            if (_routes[place].Match.Holds(request))
            {
                return place;
            }
        }

        return best;
    }

    /// <summary>Places of routes by a text, each list ascending.</summary>
    private sealed class Lookup
    {
        private readonly Dictionary<string, int[]> _places = new(StringComparer.Ordinal);

        public IEnumerable<int> Lengths => _places.Keys.Select(text => text.Length).Distinct().Order();

        public void Add(string text, int place) =>
            _places[text] = _places.TryGetValue(text, out var before) ? [.. before, place] : [place];

        public int[] Find(ReadOnlySpan<char> text) =>
            _places.Count > 0 && _places.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var places)
                ? places
                : [];
    }
}
