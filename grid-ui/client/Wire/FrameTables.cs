namespace ColorDemo.Grid.Wire;

/// <summary>The destinations and colors of one sampler, each told to a viewer once.</summary>
public sealed class FrameTables
{
    private readonly Lock _lock = new();
    private readonly Table<Destination> _destinations = new(new("other", null));
    private readonly Table<ColorName> _colors = new(new("other", "#888888"));

    /// <summary>How many of each there are.</summary>
    public FrameTablesLength Length
    {
        get
        {
            lock (_lock)
            {
                return new(_destinations.Entries.Count, _colors.Entries.Count);
            }
        }
    }

    public ushort PlaceOf(Destination destination)
    {
        lock (_lock)
        {
            return _destinations.PlaceOf(destination);
        }
    }

    public ushort PlaceOf(ColorName color)
    {
        lock (_lock)
        {
            return _colors.PlaceOf(color);
        }
    }

    /// <returns>What is new; nothing where nothing is.</returns>
    public (NewEntries<Destination>? Destinations, NewEntries<ColorName>? Colors) Since(FrameTablesLength known)
    {
        lock (_lock)
        {
            return (_destinations.Since(known.Destinations), _colors.Since(known.Colors));
        }
    }

    private sealed class Table<T>(T other)
        where T : notnull
    {
        /// <summary>An endpoint may invent names; what comes later is called other.</summary>
        private const int MaxEntries = 4_096;

        private readonly Dictionary<T, ushort> _places = [];

        public List<T> Entries { get; } = [];

        public ushort PlaceOf(T entry)
        {
            if (_places.TryGetValue(entry, out var place))
            {
                return place;
            }

            if (Entries.Count == MaxEntries)
            {
                return MaxEntries - 1;
            }

            place = (ushort)Entries.Count;
            Entries.Add(place == MaxEntries - 1 ? other : entry);
            _places[Entries[^1]] = place;
            return place;
        }

        public NewEntries<T>? Since(int known) =>
            known < Entries.Count ? new(known, Entries[known..]) : null;
    }
}

public readonly record struct FrameTablesLength(int Destinations, int Colors);
