namespace ColorDemo.Grid.Faces;

/// <summary>Names in the order in which they were first seen.</summary>
/// <param name="known">Those that have their places from the beginning.</param>
public sealed class NameOrder(params string[] known)
{
    /// <summary>A bound on names that an endpoint may invent; later ones share a place.</summary>
    private const int Max = 4096;

    private readonly Dictionary<string, int> _places =
        known.Select((name, place) => (name, place)).ToDictionary(one => one.name, one => one.place);

    /// <returns>From 0; -1 without a name.</returns>
    public int IndexOf(string? name)
    {
        if (name is null)
        {
            return -1;
        }

        if (!_places.TryGetValue(name, out var place))
        {
            place = _places.Count;
            if (place < Max)
            {
                _places.Add(name, place);
            }
        }

        return place;
    }
}
