using System.Text.Json;
using ColorDemo.Grid.Wire;
using static ColorDemo.Grid.Tests.Make;

namespace ColorDemo.Grid.Tests;

public sealed class ExportTests
{
    private readonly History _history = new();

    public ExportTests() => _history.Add(new(
        Start.AddSeconds(10), [],
        [
            Bucket(0, 1, Color("forgotten", 1)),
            Bucket(8, 1, Color("armadillo", 3), Failure(Outcome.Error, 1, 503)) with
            {
                Latencies = [new(LatencyBin.Of(3), 4)],
            },
        ],
        [Epoch(1, 0, EightyTwenty)],
        [new(1, Start.AddSeconds(8.5), IncidentKind.PodWent, "=cmd(\"x\"), gone")]));

    private TimeWindow Window => new(TimeSpan.FromSeconds(5), _history.Now);

    [Fact]
    public void Csv_has_units_and_a_row_for_each_way_in_which_requests_ended()
    {
        var lines = CsvExport.Of(_history, Window, []).Split("\r\n");

        Assert.StartsWith("time (UTC),epoch,declared (%),outcome,status,", lines[0], StringComparison.Ordinal);
        Assert.Equal(
            [
                "2026-11-22T12:00:08Z,1,80,color,200,armadillo,v1,,3,4,75,2.947,2.947,2.947,",
                "2026-11-22T12:00:08Z,1,,error,503,,,,1,4,25,2.947,2.947,2.947,",
                "",
            ],
            lines[1..]);
        Assert.All(lines[..^1], line => Assert.Equal(14, line.Count(letter => letter == ',')));
    }

    [Fact]
    public void Csv_has_marks_beside_the_second_in_which_they_were_and_all_of_them()
    {
        var marks = new TimelineMark[]
        {
            new(Start.AddSeconds(8.5), MarkKind.PodWent, "pod, gone", "gone"),
            new(Start.AddSeconds(9.5), MarkKind.Skipped, "=later", "later"),
        };

        var lines = CsvExport.Of(_history, Window, marks).Split("\r\n");

        Assert.EndsWith(",\"2026-11-22T12:00:08.5Z pod, gone\"", lines[1], StringComparison.Ordinal);
        Assert.Equal("2026-11-22T12:00:09.5Z,,,,,,,,,,,,,,'=later", lines[3]);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"x\"", "\"say \"\"x\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1,A2)", "\"'@SUM(A1,A2)\"")]
    public void Fields_are_quoted_as_RFC_4180_says_and_never_formulas(string field, string quoted) =>
        Assert.Equal(quoted, CsvExport.Quoted(field));

    [Fact]
    public void Json_has_all_that_is_shown()
    {
        using var json = JsonDocument.Parse(JsonExport.Of("/random", _history, Window, Reactions()));

        var root = json.RootElement;
        Assert.Equal("/random", root.GetProperty("panel").GetString());
        Assert.Equal("armadillo", Only(Only(root, "epochs").GetProperty("split"), "shares", 0)
            .GetProperty("subset").GetString());
        Assert.Equal("=cmd(\"x\"), gone", Only(root, "incidents").GetProperty("text").GetString());
        var second = Only(root, "seconds");
        Assert.Equal(2.947, second.GetProperty("p99").GetDouble());
        Assert.Equal("armadillo", Only(second, "answers", 0).GetProperty("cluster").GetString());
    }

    [Theory]
    [InlineData("/random", "colordemo-random-20261122T120000Z.csv")]
    [InlineData("../Etc: \"Ü\"", "colordemo-etc-20261122T120000Z.csv")]
    [InlineData("", "colordemo-panel-20261122T120000Z.csv")]
    public void Files_are_named_for_panel_and_time(string title, string name) =>
        Assert.Equal(name, ExportName.Of(title, Start, "csv"));

    private static Dictionary<long, Statistics.Reaction> Reactions() => [];

    private static JsonElement Only(JsonElement of, string name, int? at = null) =>
        at is { } index ? of.GetProperty(name)[index] : Assert.Single(of.GetProperty(name).EnumerateArray());
}
