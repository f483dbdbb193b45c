using ColorDemo.Grid.Wire;
using static ColorDemo.Grid.Tests.Make;

namespace ColorDemo.Grid.Tests;

public sealed class CellWallTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(10_000)]
    public void The_wall_shows_exactly_the_last_answers_whatever_their_places(int cells)
    {
        var wall = new CellWall(cells);

        Show(wall, 1, 3 * cells + 5);

        Assert.Equal(Enumerable.Range(2 * cells + 6, cells), Numbers(wall));
        Assert.Equal(3 * cells + 5, wall.Painted);
    }

    [Fact]
    public void Fewer_cells_keep_the_newest_answers()
    {
        var wall = new CellWall(10);
        Show(wall, 1, 10);

        wall.Resize(3);

        Assert.Equal([8, 9, 10], Numbers(wall));
    }

    [Fact]
    public void More_cells_keep_every_answer_and_refill_the_oldest_last()
    {
        var wall = new CellWall(3);
        Show(wall, 1, 3);

        wall.Resize(5);
        Show(wall, 4, 5);

        Assert.Equal([1, 2, 3, 4, 5], Numbers(wall));
    }

    private static void Show(CellWall wall, int first, int last)
    {
        for (var number = first; number <= last; number++)
        {
            wall.Show(Sample(number));
        }
    }

    private static IEnumerable<int> Numbers(CellWall wall) =>
        wall.Cells.OfType<Sample>().Select(sample => (int)sample.Number).Order();
}
