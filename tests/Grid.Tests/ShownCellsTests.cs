using ColorDemo.Grid.Faces;
using ColorDemo.Grid.Wire;
using static ColorDemo.Grid.Tests.Make;

namespace ColorDemo.Grid.Tests;

public sealed class ShownCellsTests
{
    private static readonly TimeSpan Frame = TimeSpan.FromSeconds(1 / 60.0);

    private readonly ShownCells _shown = new(new());

    [Fact]
    public void No_cell_changes_more_than_three_times_a_second_however_fast_answers_come()
    {
        var wall = new CellWall(400);
        var changes = Enumerable.Range(0, 400).Select(_ => new List<double>()).ToList();
        var number = 0L;
        for (var now = TimeSpan.Zero; now < TimeSpan.FromSeconds(5); now += Frame)
        {
            var before = Shown(400);
            for (var i = 0; i < 500; i++)
            {
                wall.Show(Sample(++number));
            }

            _shown.Update(wall.AsSpan(), CellHue.Answer, now);
            foreach (var (cell, _) in Shown(400).Zip(before).Select((pair, i) => (i, pair)).Where(
                one => one.pair.First != one.pair.Second))
            {
                changes[cell].Add(now.TotalSeconds);
            }
        }

        Assert.All(changes, times => Assert.All(
            times.Skip(1), at => Assert.InRange(times.Count(other => other > at - 1 && other <= at), 1, 3)));
        Assert.All(changes, times => Assert.True(times.Count >= 9)); // none stands still
    }

    [Fact]
    public void The_wall_never_turns_as_a_whole()
    {
        var wall = new CellWall(100);
        var most = 0;
        var number = 0L;
        for (var now = TimeSpan.Zero; now < TimeSpan.FromSeconds(10); now += Frame)
        {
            var before = Shown(100);
            for (var i = 0; i < 100; i++)
            {
                wall.Show(Sample(++number));
            }

            _shown.Update(wall.AsSpan(), CellHue.Answer, now);
            var changed = Shown(100).Zip(before).Count(pair => pair.First != pair.Second);
            most = now > TimeSpan.FromSeconds(3) ? Math.Max(most, changed) : most;
        }

        Assert.InRange(most, 1, 33);
    }

    [Fact]
    public void What_had_to_wait_is_shown_when_its_time_has_come()
    {
        Sample?[] first = [Sample(1)];
        Sample?[] second = [Sample(2)];
        Assert.False(_shown.Update(first, CellHue.Answer, TimeSpan.Zero));

        Assert.True(_shown.Update(second, CellHue.Answer, TimeSpan.FromMilliseconds(349)));
        Assert.Equal(1, _shown[0]!.Number);

        Assert.False(_shown.Update(second, CellHue.Answer, ShownCells.LongestHold));
        Assert.Equal(2, _shown[0]!.Number);
    }

    [Fact]
    public void A_cell_that_is_looked_at_stands_still()
    {
        _shown.Update([Sample(1), Sample(2)], CellHue.Answer, TimeSpan.Zero);
        _shown.Held = 0;

        _shown.Update([Sample(3), Sample(4)], CellHue.Answer, TimeSpan.FromSeconds(9));

        Assert.Equal([1, 4], new[] { _shown[0]!.Number, _shown[1]!.Number });
    }

    [Fact]
    public void A_cell_is_four_bytes_its_face_and_the_low_bits_of_its_number()
    {
        _shown.Update([null, Sample(258), Sample(65_537)], CellHue.Answer, TimeSpan.Zero);

        Assert.Equal([0, 0, 0, 0, 1, 0, 2, 1, 1, 0, 1, 0], _shown.Bytes.ToArray());
    }

    [Fact]
    public void Another_hue_brings_all_faces_anew_and_keeps_the_samples()
    {
        _shown.Update([Sample(1), Sample(2, "bison")], CellHue.Answer, TimeSpan.Zero);
        _shown.Faces.TakeNew();

        _shown.Update([Sample(1), Sample(2, "bison")], CellHue.Cluster, TimeSpan.Zero);

        var (_, texts, areFirst) = _shown.Faces.TakeNew();
        Assert.True(areFirst);
        Assert.Equal(["", "", "armadillo", "v1", "bison", "v1"], texts);
    }

    [Fact]
    public void Names_that_are_invented_without_end_do_not_fill_the_memory()
    {
        var now = TimeSpan.Zero;
        for (var number = 1; number <= 3 * CellFaces.Max; number++)
        {
            now += ShownCells.LongestHold;
            _shown.Update([Sample(number) with { Name = $"n{number}" }], CellHue.Answer, now);
        }

        Assert.InRange(_shown.Faces.Count, 2, CellFaces.Max);
        Assert.Equal($"n{3 * CellFaces.Max}", Assert.Single(_shown.Count()).Face.Label);
    }

    [Theory]
    [InlineData(60, 5, true)] // more than 4 x 5 ms, and more than 50
    [InlineData(40, 5, false)] // nobody feels it
    [InlineData(60, 20, false)] // where all take 20 ms, 60 is no surprise
    public void Slow_is_what_takes_much_longer_than_the_others(double latency, double others, bool slow)
    {
        Sample?[] cells = [.. Enumerable.Range(1, 9).Select(i => Sample(i) with { Latency = others }),
            Sample(10) with { Latency = latency }, new(11, Outcome.Timeout, 0, Destination.Unknown, 2000)];

        _shown.Update(cells, CellHue.Answer, TimeSpan.Zero);

        Assert.Equal(slow, _shown.Slow.Contains(cells[9]!));
        Assert.False(_shown.Slow.Contains(cells[10]!)); // a timeout has a sign of its own
    }

    private List<long> Shown(int count) => [.. Enumerable.Range(0, count).Select(i => _shown[i]?.Number ?? 0)];
}
