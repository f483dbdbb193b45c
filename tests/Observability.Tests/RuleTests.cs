namespace ColorDemo.Observability.Tests;

public sealed class RuleTests(SharedPods shared)
{
    public static TheoryData<string> Recorded =>
        [.. Shipped.Rules.Where(rule => rule.ContainsKey("record")).Select(rule => (string)rule["record"]!)];

    [Fact]
    public async Task Prometheus_evaluates_every_rule_without_an_error()
    {
        var pods = await shared.StartedAsync();

        var groups = (await pods.Prometheus.GetAsync("rules"))["groups"]!.AsArray();

        var rules = groups.SelectMany(group => group!["rules"]!.AsArray()).ToArray();
        Assert.Equal(Shipped.Rules.Count, rules.Length);
        Assert.All(rules, rule => Assert.Equal("ok", (string)rule!["health"]!));
    }

    [Theory, MemberData(nameof(Recorded))]
    public async Task A_recorded_series_bears_the_labels_that_its_name_begins_with(string name)
    {
        var pods = await shared.StartedAsync();

        var series = await pods.QueryAsync(name);

        Assert.NotEmpty(series);
        var labels = name.Split(':')[0].Split('_');
        Assert.All(series, one => Assert.Empty(labels.Except(one.Labels.Keys)));
        Assert.All(series, one => Assert.True(one.Value >= 0, $"{one}"));
    }

    [Theory]
    [InlineData("cluster", "armadillo", 0.8)]
    [InlineData("cluster", "bison", 0.2)]
    [InlineData("version", "v1", 0.98)]
    [InlineData("version", "v2", 0.02)]
    public async Task A_share_is_the_part_of_all_colors_that_it_answered(string label, string value, double expected) =>
        Assert.Equal(expected, await SumAsync("version_cluster:color_svc_colors:share1m", label, value), 0.02);

    [Fact]
    public async Task Who_is_up_and_not_asked_has_a_share_of_zero()
    {
        var pods = await shared.StartedAsync();

        var idle = await pods.QueryAsync(
            """version_cluster:color_svc_colors:share1m{version="v2", cluster="armadillo"}""");

        Assert.Equal(0, Assert.Single(idle).Value);
    }

    [Theory]
    [InlineData("200", 980)]
    [InlineData("500", 100)]
    public async Task A_rate_is_requests_in_a_minute_by_code(string code, int requests)
    {
        var rate = await SumAsync("version_cluster_code:http_requests:rate1m", "code", code);

        // Prometheus extrapolates by up to one interval of scraping, of which only some have passed.
        Assert.InRange(rate * 60, requests * 0.99, requests * 1.2);
    }

    [Theory]
    [InlineData("armadillo", 1.0 / 9)]
    [InlineData("bison", 0)]
    public async Task An_error_ratio_is_failures_per_request_and_zero_without_any(string cluster, double expected)
    {
        var pods = await shared.StartedAsync();

        var ratios = await pods.QueryAsync($$"""version_cluster:http_requests:error_ratio1m{cluster="{{cluster}}"}""");

        Assert.NotEmpty(ratios);
        Assert.All(ratios, ratio => Assert.Equal(expected, ratio.Value, 0.01));
    }

    [Fact]
    public async Task The_slow_version_alone_is_slow()
    {
        var pods = await shared.StartedAsync();

        var medians = await pods.QueryAsync(
            "histogram_quantile(0.5, version_cluster_le:http_request_duration_seconds_bucket:rate1m)");

        var slow = Assert.Single(medians, median => median.Value > 1);
        Assert.Equal("bison v2", $"{slow["cluster"]} {slow["version"]}");
        Assert.InRange(slow.Value, 1.024, 2.048); // the bucket that 1.5 s are in
    }

    [Fact]
    public async Task The_alerts_that_these_pods_give_cause_for_are_pending_and_no_other()
    {
        var pods = await shared.StartedAsync();

        var alerts = await pods.QueryAsync("ALERTS");

        string[] expected =
        [
            $"ColorSvcDown {ScrapedPods.Gone}", "ColorSvcErrors armadillo v1", "ColorSvcSlow bison v2",
            "ColorSvcWithoutShare armadillo v2",
        ];
        Assert.Equal(expected.Order(), alerts.Select(alert => string.Join(' ',
            new[] { alert["alertname"], alert["pod"], alert["cluster"], alert["version"] }.Where(part => part != "")))
            .Order());
    }

    private async Task<double> SumAsync(string metric, string label, string value)
    {
        var pods = await shared.StartedAsync();
        return Assert.Single(await pods.QueryAsync($$"""sum({{metric}}{{{label}}="{{value}}"})""")).Value;
    }
}
