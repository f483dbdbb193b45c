using ColorDemo.ColorService.Tests;
using ColorDemo.Tests;

namespace ColorDemo.Observability.Tests;

public sealed class ConfigurationTests
{
    [Fact]
    public async Task The_operators_label_endpoint_does_not_hide_the_metrics_own()
    {
        await using var service = await ServiceProcess.StartAsync(("CLUSTER_NAME", "bison"));
        await using var prometheus = await PrometheusProcess.StartAsync(
            ScrapeConfiguration.OfOperator, PodTarget.File(new PodTarget("p", service.Client.BaseAddress!.Authority)));

        await EventuallyAnyAsync(prometheus, """http_requests_received_total{job="color-svc", endpoint="/metrics"}""");
        await EventuallyAnyAsync(prometheus, """up{job="color-svc", endpoint="http"} == 1""");
    }

    [Fact]
    public async Task The_configuration_for_this_machine_scrapes_a_service_and_evaluates_the_rules()
    {
        await using var service = await ServiceProcess.StartAsync();
        await using var prometheus = await PrometheusProcess.StartAsync(
            ScrapeConfiguration.OfMachine(service.Client.BaseAddress!.Authority));

        await EventuallyAnyAsync(prometheus, """up{job="color-svc"} == 1""");
        await EventuallyAnyAsync(prometheus, """instance:color_svc_identity:info{version="v1"}""");
    }

    private static Task EventuallyAnyAsync(PrometheusProcess prometheus, string expression) => Eventually.HoldsAsync(
        async () => (await prometheus.QueryAsync(expression)).Count > 0, $"{expression} has a result");
}
