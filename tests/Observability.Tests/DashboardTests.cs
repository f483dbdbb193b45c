using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ColorDemo.Observability.Tests;

public sealed partial class DashboardTests(SharedPods shared)
{
    private static readonly Dictionary<string, string> All = Select(".*", ".*");

    public static TheoryData<string, string, string, string> Queries =>
    [
        .. Dashboard.Targets.Select(query => (
            (string)query.Panel["title"]!,
            (string)query.Target["expr"]!,
            (string?)query.Target["legendFormat"] ?? "",
            (string?)query.Panel["fieldConfig"]!["defaults"]!["unit"] ?? "")),
    ];

    public static TheoryData<string, string> Variables =>
    [
        .. Dashboard.Variables.Where(variable => (string?)variable["type"] == "query")
            .Select(variable => ((string)variable["name"]!, (string)variable["query"]!["query"]!)),
    ];

    [Theory, MemberData(nameof(Queries))]
    public async Task A_panel_shows_something_sane(string panel, string expression, string legend, string unit)
    {
        var pods = await shared.StartedAsync();

        var series = await pods.QueryAsync(Dashboard.Substitute(expression, All));

        Assert.NotEmpty(series);
        Assert.All(series, one => Assert.InRange(one.Value, 0, unit == "percentunit" ? 1 : 100_000));
        Assert.All(series, one => Assert.Empty(Dashboard.LabelsOf(legend).Except(one.Labels.Keys)));
        Assert.True(series.Count == series.Select(one => Legend(legend, one)).Distinct().Count() || legend == "",
            $"{panel}: two lines have the same name");
    }

    [Theory, MemberData(nameof(Queries))]
    public async Task A_panel_shows_only_what_was_selected(string panel, string expression, string legend, string unit)
    {
        var pods = await shared.StartedAsync();

        var series = await pods.QueryAsync(Dashboard.Substitute(expression, Select("bison", "(v1|v2)")));

        Assert.True(series.Count > 0, $"{panel} ({unit}, {legend}) is empty");
        Assert.All(series.Where(one => !one.Labels.ContainsKey("alertname") && one.Labels.ContainsKey("cluster")),
            one => Assert.Equal("bison", one["cluster"]));
        foreach (var nobody in (string[])["cluster", "version"])
        {
            var nothing = new Dictionary<string, string>(All) { [nobody] = "none" };
            Assert.True(
                expression.StartsWith("ALERTS", StringComparison.Ordinal) // all of them, whatever was selected
                || await pods.QueryAsync(Dashboard.Substitute(expression, nothing)) is [],
                $"{panel} shows more than the {nobody} that was selected");
        }
    }

    [Theory, MemberData(nameof(Variables))]
    public async Task A_variable_offers_what_there_is(string name, string query)
    {
        var pods = await shared.StartedAsync();
        var (selector, label) = LabelValues.Match(Dashboard.Substitute(query, All)) is { Success: true } match
            ? (match.Groups[1].Value, match.Groups[2].Value)
            : throw new InvalidOperationException(query);

        var values = await pods.Prometheus.GetAsync($"label/{label}/values?match[]={Uri.EscapeDataString(selector)}");

        string[] expected = name == "cluster" ? ["armadillo", "bison"] : ["v1", "v2"];
        Assert.Equal(expected, values.AsArray().Select(value => (string)value!));
    }

    [Fact]
    public void Every_panel_has_a_name_says_what_it_shows_and_lies_beside_the_others()
    {
        var cells = Dashboard.Panels.SelectMany(panel => Cells(panel["gridPos"]!)).ToArray();

        Assert.Equal(cells.Length, cells.Distinct().Count());
        Assert.All(cells, cell => Assert.InRange(cell.X, 0, 23));
        Assert.Equal(Dashboard.Panels.Count, Dashboard.Panels.Select(panel => (int)panel["id"]!).Distinct().Count());
        Assert.All(Dashboard.Panels, panel => Assert.NotEmpty((string)panel["title"]!));
        Assert.All(Dashboard.Panels.Where(panel => (string?)panel["type"] != "text"),
            panel => Assert.NotEmpty((string)panel["description"]!));
    }

    [Fact]
    public void Every_panel_asks_the_data_source_that_the_reader_chose() =>
        Assert.All(Dashboard.Targets,
            query => Assert.Equal("${datasource}", (string?)query.Target["datasource"]!["uid"]));

    private static IEnumerable<(int X, int Y)> Cells(JsonNode place) =>
        from x in Enumerable.Range((int)place["x"]!, (int)place["w"]!)
        from y in Enumerable.Range((int)place["y"]!, (int)place["h"]!)
        select (x, y);

    private static string Legend(string legend, Sample series) =>
        Dashboard.LabelsOf(legend).Aggregate(legend,
            (text, label) => text.Replace($"{{{{{label}}}}}", series[label], StringComparison.Ordinal));

    private static Dictionary<string, string> Select(string cluster, string version) =>
        new() { ["cluster"] = cluster, ["version"] = version };

    [GeneratedRegex(@"^label_values\((.+), (\w+)\)$")]
    private static partial Regex LabelValues { get; }
}
