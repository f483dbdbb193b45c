using System.Diagnostics;
using System.Net;

namespace ColorDemo.ColorService.Tests;

/// <summary>What the environment of the process changes in its answers.</summary>
public sealed class EnvironmentTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("red")]
    [InlineData("green")]
    [InlineData("blue")]
    [InlineData("yellow")]
    public async Task A_disabled_family_answers_500_with_the_old_text(string family)
    {
        await using var service = await ServiceProcess.StartAsync(($"DISABLE_{family.ToUpperInvariant()}", "true"));

        await CheckAsync(service, $"/random/{family}", $"ERROR: {family} is disabled\n");
        await CheckAsync(
            service,
            $"/random/{family}?fmt=json",
            $$"""{"title":"Internal Server Error","status":500,"detail":"{{family}} is disabled"}""");
        var named = await service.Client.GetStringAsync($"/{family}", Cancelled);
        Assert.Equal("  Generated Color\n    \"unknown\" - with HEX \"#888888\"\n", named);
    }

    [Theory]
    [InlineData("/random")]
    [InlineData("/blue")]
    [InlineData("/get/blue")]
    public async Task Without_any_family_there_is_no_color(string path)
    {
        await using var service = await ServiceProcess.StartAsync(
            ("DISABLE_RED", "1"), ("DISABLE_GREEN", "1"), ("DISABLE_BLUE", "1"), ("DISABLE_YELLOW", "1"));

        await CheckAsync(service, path, "ERROR: no color available\n");
    }

    [Fact]
    public async Task Without_an_identity_the_version_is_v1_the_pod_is_the_host_and_there_is_no_cluster()
    {
        await using var service = await ServiceProcess.StartAsync();
        using var response = await service.Client.GetAsync("/blue?fmt=json", Cancelled);

        Assert.Equal(["v1"], response.Headers.GetValues("x-color-version"));
        Assert.Equal([Dns.GetHostName()], response.Headers.GetValues("x-color-pod"));
        Assert.False(response.Headers.Contains("x-color-cluster"));
        Assert.Equal(
            $$"""{"name":"Blue","hexCode":"#0000ff","family":"blue","version":"v1","pod":"{{Dns.GetHostName()}}"}""",
            await response.Content.ReadAsStringAsync(Cancelled));
    }

    [Fact]
    public async Task The_version_page_tells_namespace_and_node()
    {
        await using var service = await ServiceProcess.StartAsync(("POD_NAMESPACE", "color"), ("NODE_NAME", "node-7"));

        var version = await service.Client.GetStringAsync("/version", Cancelled);

        Assert.Contains("\"namespace\":\"color\",\"node\":\"node-7\"", version, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/random")]
    [InlineData("/blue?fmt=json")]
    [InlineData("/no/such/path")]
    public async Task An_answer_is_delayed_for_the_whole_duration(string path)
    {
        const int Duration = 150; // milliseconds
        await using var service = await ServiceProcess.StartAsync(
            ("ENABLE_DELAY", "true"), ("DELAY_DURATION_MILLISECOND", $"{Duration}"));

        for (var i = 0; i < 4; i++) // the first also starts up, which would hide an answer that comes early
        {
            var start = Stopwatch.GetTimestamp();
            using var response = await service.Client.GetAsync(path, Cancelled);

            Assert.InRange(Stopwatch.GetElapsedTime(start).TotalMilliseconds, Duration, double.MaxValue);
        }
    }

    [Fact]
    public async Task Health_and_metrics_are_not_delayed()
    {
        // Longer than the client waits: a delayed answer would fail the test.
        await using var service = await ServiceProcess.StartAsync(
            ("ENABLE_DELAY", "true"), ("DELAY_DURATION_MILLISECOND", "60000"));

        foreach (var path in new[] { "/healthz", "/readyz", "/metrics", "/version" })
        {
            Assert.NotEmpty(await service.Client.GetStringAsync(path, Cancelled));
        }
    }

    private static async Task CheckAsync(ServiceProcess service, string path, string expected)
    {
        using var response = await service.Client.GetAsync(path, Cancelled);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal(expected, await response.Content.ReadAsStringAsync(Cancelled));
    }
}
