namespace ColorDemo.Observability.Tests;

public sealed class ScrapeTests(SharedPods shared)
{
    [Fact]
    public async Task Every_pod_of_the_service_is_a_target_and_nothing_else()
    {
        var pods = await shared.StartedAsync();

        var up = await pods.QueryAsync("up");

        string[] expected =
        [
            "color-svc-v1-a 1", "color-svc-v1-b 1", $"{ScrapedPods.Gone} 0", "color-svc-v2-a 1", "color-svc-v2-b 1",
        ];
        Assert.Equal(expected.Order(), up.Select(target => $"{target["pod"]} {target.Value}").Order());
        Assert.All(up, target => Assert.Equal("color-svc color", $"{target["job"]} {target["namespace"]}"));
    }

    [Fact]
    public async Task No_label_of_a_metric_is_hidden_by_one_of_the_target()
    {
        var pods = await shared.StartedAsync();

        Assert.NotEmpty(await pods.QueryAsync("""color_svc_colors_total{version="v2", cluster="bison"}"""));
        var series = await pods.QueryAsync("""{job="color-svc"}""");
        Assert.DoesNotContain(series.SelectMany(one => one.Labels.Keys),
            label => label.StartsWith("exported_", StringComparison.Ordinal));
    }
}
