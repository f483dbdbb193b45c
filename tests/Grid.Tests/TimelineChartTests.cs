using ColorDemo.Grid.Statistics;
using ColorDemo.Grid.Wire;
using static ColorDemo.Grid.Tests.Make;

namespace ColorDemo.Grid.Tests;

public sealed class TimelineChartTests
{
    private static readonly PlotLayout Layout = new(1082, 300, 10);

    private static readonly DeclaredSplit Even = EightyTwenty with
    {
        Shares = [new("armadillo", 50, Cluster: "armadillo"), new("bison", 50, Cluster: "bison")],
    };

    private readonly History _history = new();
    private readonly Dictionary<long, Reaction> _reactions = [];

    [Fact]
    public void Shares_stand_on_each_other_and_failures_on_top()
    {
        Hear(10, [Bucket(9, 1, Color("armadillo", 100), Color("bison", 50), Failure(Outcome.Error, 50, 503))]);

        var chart = Chart(15);

        Assert.Equal(["armadillo v1", "bison v1", "503"], chart.Bands.Select(band => band.Name));
        Assert.Equal(["error", "mark-1 rings-0", "mark-0 rings-0"], chart.BandPaths.Select(path => path.Band.Css));
        var lane = Layout.Shares;
        Assert.Equal($"M933.3 {lane.Bottom:0.#}V{lane.Y(0.5):0.#}H1000V{lane.Bottom:0.#}", chart.BandPaths[2].Path);
    }

    [Fact]
    public void Declared_shares_are_dashes_where_they_were_in_force()
    {
        Hear(10, [], Epoch(1, 0, EightyTwenty), Epoch(2, 5, Even));

        var (before, after) = (Layout.Shares.Y(0.8), Layout.Shares.Y(0.5));
        Assert.Equal(
            FormattableString.Invariant($"M333.3 {before:0.#}H666.7M666.7 {after:0.#}H1000"), Chart(15).Declared);
    }

    [Fact]
    public void Errors_have_a_scale_that_the_worst_of_them_fits_in()
    {
        Hear(10, [Bucket(9, 1, Color("bison", 970), Failure(Outcome.Timeout, 30))]);

        Assert.Equal((0.05, "errors to 5 %"), (Chart(15).Errors.Scale, Chart(15).Errors.ScaleText));
    }

    [Fact]
    public void Latency_is_three_lines_on_a_scale_of_round_numbers()
    {
        var counts = new LatencyCount[]
        {
            new(LatencyBin.Of(3), 90), new(LatencyBin.Of(30), 7), new(LatencyBin.Of(300), 3),
        };
        Hear(10, [Bucket(9, 1, Color("bison", 100)) with { Latencies = counts }]);

        var latency = Chart(15).Latency;

        Assert.Equal((2, 500), (latency.Low, latency.High));
        Assert.Equal(["p50", "p95", "p99"], latency.Lines.Select(line => line.Css));
        Assert.Equal(3, latency.Lines.Select(line => line.Path).Distinct().Count());
        Assert.Equal("2–500 ms", latency.ScaleText);
    }

    [Fact]
    public void A_change_of_the_weights_says_how_soon_it_was_followed()
    {
        Hear(10, [], Epoch(1, 0, EightyTwenty), Epoch(2, 5, Even));
        Assert.Equal("50 / 50", Assert.Single(Chart(15).Marks).Label);

        var reaction = new Reaction([1, 0], [0.5, 0.5]);
        _reactions[2] = reaction;
        reaction.Add(TimeSpan.FromSeconds(0.31), [1, 5]);
        Assert.Equal("50 / 50: old gone 0.31 s", Assert.Single(Chart(15).Marks).Label);

        reaction.Add(TimeSpan.FromSeconds(0.74), [500, 500]);
        var mark = Assert.Single(Chart(15).Marks);
        Assert.Equal("50 / 50: old gone 0.31 s, steady 0.74 s", mark.Label);
        Assert.Equal("weights changed to 50 / 50: old gone 0.31 s, steady 0.74 s", mark.Sentence);
    }

    [Fact]
    public void Whatever_happened_beside_the_answers_is_a_mark_too()
    {
        Hear(8, [], Epoch(1, 0, EightyTwenty));
        _history.Add(Frame(9, []) with
        {
            Incidents =
            [
                new(1, Start.AddSeconds(8.2), IncidentKind.PodWent, "color-svc-v1-0 (bison) has gone"),
                new(2, Start.AddSeconds(8.4), IncidentKind.Skipped, "12 requests were not sent"),
            ],
        });
        _history.Break();
        _history.Break();
        _history.Add(Frame(12, []));

        Assert.Equal(
            ["color-svc-v1-0 (bison) has gone", "12 requests were not sent", "the stream broke for 3.0 s"],
            Chart(15).Marks.Select(mark => mark.Sentence));
    }

    [Theory]
    [InlineData(300)]
    [InlineData(1082)]
    [InlineData(3000)]
    public void Labels_never_cover_each_other_and_those_without_room_are_counted(int width)
    {
        Hear(60, [], Epoch(1, 0, EightyTwenty), Epoch(2, 20, Even));
        _history.Add(Frame(60, []) with
        {
            Incidents = [.. Enumerable.Range(1, 40).Select(number =>
                new Incident(number, Start.AddSeconds(number * 1.4), IncidentKind.PodCame, $"pod-{number} is here"))],
        });

        var chart = Chart(60, Layout with { Width = width });

        var boxes = chart.Flags.Select(flag => (flag.Row, From: Left(flag, chart), To: Right(flag, chart))).ToList();
        Assert.All(boxes, one => Assert.DoesNotContain(
            boxes, other => other != one && other.Row == one.Row && other.From < one.To && one.From < other.To));
        Assert.Contains(chart.Flags, flag => flag.Mark.Kind == MarkKind.Weights);
        var counted = chart.Flags.Sum(flag => flag.Text.Split(" +") is [_, var more] ? 1 + int.Parse(more) : 1);
        Assert.Equal(41, counted);
        Assert.Equal(41, chart.Marks.Count);
    }

    [Fact]
    public void A_reading_names_everything_at_its_time()
    {
        Hear(10, [Bucket(9, 1, Color("armadillo", 300), Failure(Outcome.Error, 100, 503)) with
        {
            Latencies = [new(LatencyBin.Of(3), 400)],
        }]);

        var reading = new TimelineReading(Chart(15), Start.AddSeconds(9.5));

        Assert.EndsWith(
            ", armadillo v1 75.0 %, 503 25.0 %, p50 2.9 ms, p95 2.9 ms, p99 2.9 ms, n 400 in 1 s", reading.Sentence,
            StringComparison.Ordinal);
        Assert.Equal("nothing was asked", new TimelineReading(Chart(15), Start.AddSeconds(2)).Basis);
    }

    private void Hear(int second, IReadOnlyList<Bucket> buckets, params Epoch[] epochs) =>
        _history.Add(Frame(second, buckets, epochs.Length > 0 ? epochs : [Epoch(1, 0, EightyTwenty)]));

    private TimelineChart Chart(int seconds, PlotLayout? layout = null)
    {
        var bands = new Bands(new());
        return new(_history, _reactions, new(bands), bands, new(TimeSpan.FromSeconds(seconds), _history.Now),
            layout ?? Layout);
    }

    private static double Left(MarkFlag flag, TimelineChart chart) =>
        flag.EndsThere ? flag.X - chart.Layout.WidthOf(flag.Text) : flag.X;

    private static double Right(MarkFlag flag, TimelineChart chart) =>
        flag.EndsThere ? flag.X : flag.X + chart.Layout.WidthOf(flag.Text);
}
