using System.Diagnostics;
using System.Text.Json.Nodes;
using ColorDemo.Tests;

namespace ColorDemo.Observability.Tests;

/// <summary>What <c>kubectl apply -k</c> would send.</summary>
/// <remarks>There is no schema of PodMonitor and PrometheusRule here to check them against.</remarks>
public sealed class KustomizeTests
{
    [Fact]
    public async Task A_plain_cluster_gets_the_files_as_they_are_in_two_config_maps()
    {
        var rendered = await RenderAsync(".");

        Assert.Equal(["ConfigMap color-dashboard", "ConfigMap color-prometheus"], rendered.Select(Name).Order());
        foreach (var (key, text) in rendered.SelectMany(map => map["data"]!.AsObject()))
        {
            var file = key == "color-svc.json"
                ? Shipped.ReadText("grafana", "dashboard.json")
                : Shipped.ReadText(Shipped.Prometheus, key);
            Assert.Equal(file, (string)text!);
        }
    }

    [Fact]
    public async Task The_config_map_holds_every_rule_file()
    {
        var rendered = await RenderAsync(Shipped.Prometheus);

        var files = Assert.Single(rendered)["data"]!.AsObject().Select(file => file.Key);
        Assert.Equal(
            Shipped.RuleFiles.Select(Path.GetFileName).Append("prometheus.yaml").Order(StringComparer.Ordinal),
            files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_operator_gets_the_same_rules()
    {
        var rendered = await RenderAsync("operator");

        var theirs = rendered.Where(one => (string)one["kind"]! == "PrometheusRule")
            .SelectMany(one => one["spec"]!["groups"]!.AsArray()).ToDictionary(group => (string)group!["name"]!);
        var ours = Shipped.RuleFiles.SelectMany(file => Shipped.ReadYaml(file)["groups"]!.AsArray())
            .ToDictionary(group => (string)group!["name"]!);
        Assert.Equal(ours.Keys.Order(), theirs.Keys.Order());
        Assert.All(ours, group => Assert.True(JsonNode.DeepEquals(group.Value, theirs[group.Key]), group.Key));
    }

    [Fact]
    public async Task Everything_lies_in_the_namespace_of_the_service_and_the_dashboard_is_labelled_as_one()
    {
        var rendered = await RenderAsync("operator");

        Assert.All(rendered, one => Assert.Equal("color", (string?)one["metadata"]!["namespace"]));
        var map = Assert.Single(rendered, one => (string)one["kind"]! == "ConfigMap");
        Assert.Equal("1", (string?)map["metadata"]!["labels"]!["grafana_dashboard"]);
        Assert.Contains("PodMonitor color-svc", rendered.Select(Name));
    }

    private static string Name(JsonNode one) => $"{one["kind"]} {one["metadata"]!["name"]}";

    private static async Task<JsonNode[]> RenderAsync(string kustomization)
    {
        using var kubectl = Process.Start(
            new ProcessStartInfo(Tools.Kubectl, ["kustomize", Shipped.PathOf(kustomization)])
            {
                RedirectStandardOutput = true,
            })!;
        var rendered = await kubectl.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await kubectl.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, kubectl.ExitCode);
        return [.. rendered.Split("\n---\n").Select(Shipped.ParseYaml)];
    }
}
