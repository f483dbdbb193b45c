using ColorDemo.Grid.Wire;
using static ColorDemo.Grid.Tests.Make;

namespace ColorDemo.Grid.Tests;

public sealed class ColumnsTests
{
    private readonly History _history = new();
    private readonly Columns _columns = new(new(new()));

    [Theory]
    [InlineData(15, 15)]
    [InlineData(120, 120)]
    [InlineData(300, 300)]
    [InlineData(600, 300)]
    [InlineData(1800, 300)]
    public void However_long_the_window_there_are_at_most_three_hundred(int seconds, int columns)
    {
        _history.Add(Frame(1_800, [.. Seconds(0, 1_800)], Epoch(1, -10, EightyTwenty)));

        var shown = Of(seconds, 1_800);

        Assert.Equal(columns, shown.Count);
        Assert.Equal(seconds * 200, shown.Sum(column => column.Counts.Total));
        Assert.All(shown.Zip(shown.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
    }

    [Fact]
    public void A_step_stays_a_step_even_within_a_second_and_with_few_answers()
    {
        _history.Add(new(
            Start.AddSeconds(10), [],
            [Bucket(4, 1, Color("armadillo", 3)), Bucket(5, 1, Color("armadillo", 2)), Bucket(5, 2, Color("bison", 1))],
            [Epoch(1, 0, EightyTwenty), new(2, Start.AddSeconds(5.4), EightyTwenty)]));

        var columns = Of(15, 10).Where(column => column.From < Start.AddSeconds(6)).ToList();

        Assert.Equal([3, 5, 1], columns.Select(column => column.Counts.Total));
        Assert.Equal(Start.AddSeconds(5.4), columns[1].To);
        Assert.Equal(Start.AddSeconds(5.4), columns[2].From);
    }

    [Fact]
    public void Few_answers_are_counted_with_those_before_and_many_are_not()
    {
        _history.Add(Frame(
            20, [.. Seconds(0, 10), .. Enumerable.Range(10, 10).Select(at => Bucket(at, 1, Color("bison", 5)))],
            Epoch(1, -10, EightyTwenty)));

        var columns = Of(15, 20);

        Assert.Equal(200, columns[0].Counts.Total);
        Assert.Equal(25, columns[^1].Counts.Total);
    }

    [Fact]
    public void Where_nothing_was_asked_there_is_no_column()
    {
        _history.Add(Frame(
            60, [.. Seconds(0, 10), .. Seconds(30, 30)], Epoch(1, -10, EightyTwenty)));

        var columns = Of(60, 60);

        Assert.Equal(40, columns.Count);
        Assert.Contains(columns.Zip(columns.Skip(1)), pair => pair.First.To < pair.Second.From);
    }

    [Fact]
    public void One_answer_in_five_seconds_is_no_gap()
    {
        _history.Add(Frame(
            60, [.. Enumerable.Range(0, 12).Select(at => Bucket(at * 5, 1, Color("bison", 1)))],
            Epoch(1, -10, EightyTwenty)));

        Assert.Equal(60, Of(60, 60).Count);
    }

    [Fact]
    public void Only_what_changed_is_counted_again()
    {
        _history.Add(Frame(60, [.. Seconds(0, 60)], Epoch(1, -10, EightyTwenty)));
        var before = Of(60, 60);

        _history.Add(Frame(60, [Bucket(59, 1, Color("bison", 300))]));
        var after = Of(60, 60);

        Assert.All(before.Zip(after).Take(59), pair => Assert.Same(pair.First.Counts, pair.Second.Counts));
        Assert.Equal(300, after[^1].Counts.Total);
    }

    private IReadOnlyList<Column> Of(int seconds, int end) =>
        _columns.Of(_history, new(TimeSpan.FromSeconds(seconds), Start.AddSeconds(end)));

    private static IEnumerable<Bucket> Seconds(int from, int count) => Enumerable.Range(from, count)
        .Select(at => Bucket(at, 1, Color("armadillo", 160), Color("bison", 40)));
}
