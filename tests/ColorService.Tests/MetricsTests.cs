using System.Net;

namespace ColorDemo.ColorService.Tests;

public sealed class MetricsTests(SharedService service)
{
    [Fact]
    public async Task Metrics_that_are_off_are_not_found_rather_than_a_color()
    {
        await using var own = await ServiceProcess.StartAsync(("DISABLE_METRICS", "true"));

        using var response = await own.Client.GetAsync("/metrics", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task An_answer_is_counted_by_color_family_version_and_cluster()
    {
        await using var own = await StartAsync();

        await own.Client.GetAsync("/blue", TestContext.Current.CancellationToken);
        await own.Client.GetAsync("/get/BLUE", TestContext.Current.CancellationToken);
        await own.Client.GetAsync("/nosuch", TestContext.Current.CancellationToken);

        var series = await SeriesAsync(own.Client);
        const string Where = "version=\"v2\",cluster=\"bison\"";
        Assert.Contains($"color_svc_colors_total{{color=\"Blue\",family=\"blue\",{Where}}} 2", series);
        Assert.Contains($"color_svc_colors_total{{color=\"unknown\",family=\"unknown\",{Where}}} 1", series);
        Assert.Equal(62, series.Count(line => line.StartsWith("color_svc_colors_total", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_request_is_timed_by_code_method_and_route()
    {
        await using var own = await StartAsync();

        await own.Client.GetAsync("/random/purple", TestContext.Current.CancellationToken);

        var series = await SeriesAsync(own.Client);
        const string Labels = "{code=\"404\",method=\"GET\",endpoint=\"/random/{family}\"} 1";
        Assert.Contains("http_request_duration_seconds_count" + Labels, series);
        Assert.Contains("http_requests_received_total" + Labels, series);
    }

    [Fact]
    public async Task The_build_is_told_by_version_and_revision()
    {
        var revision = await service.JsonAsync("/version", "revision");

        Assert.Contains(
            $"color_svc_build_info{{version=\"v2\",revision=\"{revision}\"}} 1", await SeriesAsync(service.Client));
    }

    private static Task<ServiceProcess> StartAsync() =>
        ServiceProcess.StartAsync(("VERSION", "v2"), ("CLUSTER_NAME", "bison"));

    private static async Task<string[]> SeriesAsync(HttpClient client)
    {
        var text = await client.GetStringAsync("/metrics", TestContext.Current.CancellationToken);
        return [.. text.Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
    }
}
