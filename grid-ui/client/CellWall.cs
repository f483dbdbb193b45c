using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid;

/// <summary>The newest samples, one a cell.</summary>
/// <remarks>
/// Cells are refilled in a shuffled order, each once a round: the wall always shows exactly the last N answers,
/// and no front wanders over it.
/// </remarks>
public sealed class CellWall
{
    public const int MinCells = 1;
    public const int MaxCells = 10_000;

    private Sample?[] _cells = [];
    private int[] _order = [];
    private int _next;

    public CellWall(int count) => Resize(count);

    public IReadOnlyList<Sample?> Cells => _cells;

    public ReadOnlySpan<Sample?> AsSpan() => _cells;

    /// <summary>Samples ever shown.</summary>
    public int Painted { get; private set; }

    /// <summary>Keeps the newest samples, as many as fit.</summary>
    public void Resize(int count)
    {
        var newest = _cells.OfType<Sample>().OrderBy(sample => sample.Number).TakeLast(count).ToList();
        _cells = new Sample?[count];
        _order = Enumerable.Range(0, count).ToArray();
        // Seeded: the same order for the same number of cells, so that a picture can be taken twice.
        new Random(count).Shuffle(_order);
        _next = 0;
        newest.ForEach(Place);
    }

    public void Show(Sample sample)
    {
        Place(sample);
        Painted++;
    }

    public void Clear() => Array.Clear(_cells);

    private void Place(Sample sample)
    {
        _cells[_order[_next]] = sample;
        _next = (_next + 1) % _order.Length;
    }
}
