using System.Text.Json.Nodes;
using ColorDemo.ColorService.Tests;

namespace ColorDemo.Observability.Tests;

public sealed class PromtoolTests
{
    /// <summary>One file an alert, named for it: series that it is to fire for, and series that it is not.</summary>
    public static TheoryData<string> Alerts =>
        [.. Shipped.Rules.Where(rule => rule.ContainsKey("alert")).Select(rule => (string)rule["alert"]!)];

    [Fact]
    public async Task It_has_nothing_to_say_about_the_metrics()
    {
        await using var service = await ServiceProcess.StartAsync(("DISABLE_RED", "true"));
        foreach (var path in (string[])["/random", "/random/red", "/random/purple", "/get/blue", "/a/b", "/readyz"])
        {
            (await service.Client.GetAsync(path, TestContext.Current.CancellationToken)).Dispose();
        }

        var metrics = await service.Client.GetStringAsync("/metrics", TestContext.Current.CancellationToken);

        Assert.Equal((0, ""), await Promtool.RunAsync(metrics, "check", "metrics"));
    }

    [Fact]
    public async Task The_check_itself_finds_a_counter_with_a_bad_name()
    {
        var (exitCode, output) = await Promtool.RunAsync("# TYPE requests counter\nrequests 1\n", "check", "metrics");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("_total", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_finds_no_mistake_in_the_rules()
    {
        var (exitCode, output) = await Promtool.RunAsync(
            "", ["check", "rules", "--lint=all", "--lint-fatal", .. Shipped.RuleFiles]);

        Assert.True(exitCode == 0, output);
    }

    [Fact]
    public async Task It_finds_no_mistake_in_the_configuration_for_this_machine()
    {
        var (exitCode, output) = await Promtool.RunAsync(
            "", "check", "config", Shipped.PathOf(Shipped.Prometheus, "local.yaml"));

        Assert.True(exitCode == 0, output);
        Assert.Contains($"{Shipped.RuleFiles.Count} rule files found", output, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Alerts))]
    public async Task An_alert_fires_when_it_should_and_not_before(string alert)
    {
        var file = Path.Combine(Shipped.Cases, $"{alert}.yaml");
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        var asked = Shipped.ParseYaml(text)["tests"]!.AsArray()
            .SelectMany(test => test!["alert_rule_test"]!.AsArray()).Select(one => one!.AsObject()).ToArray();

        var (exitCode, output) = await Promtool.RunAsync("", "test", "rules", file);

        Assert.True(exitCode == 0, output);
        Assert.All(asked, one => Assert.Equal(alert, (string)one["alertname"]!));
        Assert.Contains(asked, Fires);
        Assert.Contains(asked, one => !Fires(one));
    }

    [Fact]
    public void An_alert_says_how_grave_it_is_and_what_to_do() =>
        Assert.All(Shipped.Rules.Where(rule => rule.ContainsKey("alert")), rule =>
        {
            Assert.Contains((string)rule["labels"]!["severity"]!, (string[])["critical", "warning", "info"]);
            Assert.NotEmpty((string)rule["annotations"]!["summary"]!);
            Assert.NotEmpty((string)rule["annotations"]!["description"]!);
        });

    private static bool Fires(JsonObject test) => test.ContainsKey("exp_alerts");
}
