using System.Net;
using System.Text.Json;
using ColorDemo.Tests;

namespace ColorDemo.ColorService.Tests;

/// <summary>Faults that are set while the pod runs.</summary>
public sealed class FaultsEndpointTests(SharedService shared)
{
    private const string None =
        """{"errorRate":0,"errorStatus":503,"delayMilliseconds":0,"jitterMilliseconds":0,"unready":false}""";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_put_is_in_force_and_told_until_it_is_deleted()
    {
        await using var service = await ServiceProcess.StartAsync();
        const string Faults =
            """{"errorRate":1,"errorStatus":418,"delayMilliseconds":1,"jitterMilliseconds":2.5,"unready":true}""";

        Assert.Equal(None, await service.Admin.GetStringAsync("/faults", Cancelled));
        Assert.Equal((HttpStatusCode.OK, Faults), await PutAsync(service, Faults));
        Assert.Equal(Faults, await service.Admin.GetStringAsync("/faults", Cancelled));
        Assert.Equal(418, await StatusAsync(service, "/random"));
        Assert.Equal(503, await StatusAsync(service, "/readyz"));
        using var response = await service.Admin.DeleteAsync("/faults", Cancelled);
        Assert.Equal(None, await response.Content.ReadAsStringAsync(Cancelled));
        Assert.Equal(200, await StatusAsync(service, "/random"));
        Assert.Equal(200, await StatusAsync(service, "/readyz"));
    }

    [Fact]
    public async Task What_is_left_out_is_no_fault_and_deleting_returns_to_the_environment()
    {
        await using var service = await ServiceProcess.StartAsync(("ERROR_RATE", "1"), ("ERROR_STATUS", "500"));

        await PutAsync(service, "{}");
        Assert.Equal(200, await StatusAsync(service, "/random"));
        await service.Admin.DeleteAsync("/faults", Cancelled);
        Assert.Equal(500, await StatusAsync(service, "/random"));
    }

    [Fact]
    public async Task An_unready_pod_says_so_and_answers_nevertheless()
    {
        await using var service = await ServiceProcess.StartAsync();

        await PutAsync(service, """{"unready":true}""");

        using var response = await service.Client.GetAsync("/readyz", Cancelled);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(
            "ERROR: not ready: told to be unready by /faults\n", await response.Content.ReadAsStringAsync(Cancelled));
        Assert.Equal(200, await StatusAsync(service, "/healthz"));
        Assert.Equal(200, await StatusAsync(service, "/random"));
    }

    [Fact]
    public async Task A_family_has_faults_of_its_own_in_the_place_of_the_general_ones()
    {
        await using var service = await ServiceProcess.StartAsync();

        await PutAsync(service, """{"errorRate":1,"families":{"red":{"errorRate":1,"errorStatus":429},"blue":{}}}""");

        Assert.Equal(429, await StatusAsync(service, "/random/red"));
        Assert.Equal(429, await StatusAsync(service, "/maroon"));
        Assert.Equal(200, await StatusAsync(service, "/random/blue"));
        Assert.Equal(503, await StatusAsync(service, "/random/green"));
    }

    [Fact]
    public async Task A_latch_fails_for_its_time_and_recovers()
    {
        await using var service = await ServiceProcess.StartAsync();

        var (_, answer) = await PutAsync(service, """{"errorRate":1,"unready":true,"forSeconds":1.5}""");

        using var told = JsonDocument.Parse(answer);
        Assert.InRange(told.RootElement.GetProperty("forSeconds").GetDouble(), 0.1, 1.5);
        Assert.Equal(503, await StatusAsync(service, "/random"));
        await Eventually.HoldsAsync(async () => await StatusAsync(service, "/random") == 200);
        Assert.Equal(200, await StatusAsync(service, "/readyz"));
        Assert.Equal(None, await service.Admin.GetStringAsync("/faults", Cancelled));
    }

    [Theory]
    [InlineData("", "the body is not JSON, or has a member twice")]
    [InlineData("{", "the body is not JSON, or has a member twice")]
    [InlineData("""{"errorRate":1,"errorRate":0}""", "the body is not JSON, or has a member twice")]
    [InlineData("""{"\ud800":1}""", "the body is not JSON, or has a member twice")]
    [InlineData("[]", "the body must be a JSON object")]
    [InlineData("null", "the body must be a JSON object")]
    [InlineData("""{"errorRate":1.1}""", "errorRate must be a number from 0 to 1")]
    [InlineData("""{"errorRate":"1"}""", "errorRate must be a number from 0 to 1")]
    [InlineData("""{"errorRate":1e999}""", "errorRate must be a number from 0 to 1")]
    [InlineData("""{"errorStatus":200}""", "errorStatus must be a number from 400 to 599")]
    [InlineData("""{"errorStatus":503.5}""", "errorStatus must be a whole number")]
    [InlineData("""{"delayMilliseconds":-1}""", "delayMilliseconds must be a number from 0 to 60000")]
    [InlineData("""{"jitterMilliseconds":60001}""", "jitterMilliseconds must be a number from 0 to 60000")]
    [InlineData("""{"unready":1}""", "unready must be true or false")]
    [InlineData("""{"forSeconds":0}""", "forSeconds must be a number from 0.1 to 86400")]
    [InlineData(
        """{"families":{"red\u0007":{}}}""",
        "a member of families is not known; known are red, green, blue, yellow")]
    [InlineData("""{"families":[]}""", "families must be a JSON object")]
    [InlineData("""{"families":{"red":1}}""", "families.red must be a JSON object")]
    [InlineData(
        """{"families":{"purple":{}}}""",
        "'purple' of families is not known; known are red, green, blue, yellow")]
    [InlineData("""{"families":{"red":{"errorRate":2}}}""", "families.red.errorRate must be a number from 0 to 1")]
    [InlineData(
        """{"rate":1,"unready":2}""",
        "'rate' is not known; known are errorRate, errorStatus, delayMilliseconds, jitterMilliseconds, unready, "
        + "families, forSeconds; unready must be true or false")]
    public async Task A_bad_body_is_refused_with_every_problem_and_changes_nothing(string body, string problem)
    {
        Assert.Equal((HttpStatusCode.BadRequest, $"ERROR: {problem}\n"), await PutAsync(shared.Process, body));
        Assert.Equal(None, await shared.Process.Admin.GetStringAsync("/faults", Cancelled));
    }

    [Fact]
    public async Task A_body_larger_than_16_KiB_is_refused()
    {
        var (status, _) = await PutAsync(shared.Process, new string(' ', 17_000) + "{}");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
    }

    [Fact]
    public async Task A_web_page_cannot_change_them()
    {
        await using var service = await ServiceProcess.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Put, "/faults")
        {
            Content = new StringContent("""{"errorRate":1}"""),
            Headers = { { "Origin", "http://example.org" } },
        };

        using var response = await service.Admin.SendAsync(request, Cancelled);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(200, await StatusAsync(service, "/random"));
    }

    [Fact]
    public async Task They_are_served_on_the_admin_port_alone_and_nothing_else_there()
    {
        await using var service = await ServiceProcess.StartAsync();

        Assert.Equal(405, (int)(await service.Client.PutAsync("/faults", null, Cancelled)).StatusCode);
        Assert.Contains("unknown", await service.Client.GetStringAsync("/faults", Cancelled), StringComparison.Ordinal);
        Assert.Equal(404, (int)(await service.Admin.GetAsync("/random", Cancelled)).StatusCode);
        using var post = await service.Admin.PostAsync("/faults", null, Cancelled);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, post.StatusCode);
        Assert.Equal(["GET", "HEAD", "PUT", "DELETE"], post.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("", "127.0.0.1")]
    [InlineData("0.0.0.0", "0.0.0.0")]
    public async Task The_admin_port_is_on_loopback_unless_told_otherwise(string bind, string expected)
    {
        await using var service = await ServiceProcess.StartAsync(("ADMIN_BIND", bind), ("BIND_ADDRESS", "0.0.0.0"));

        Assert.Equal(expected, service.Admin.BaseAddress!.Host);
    }

    private static async Task<(HttpStatusCode, string)> PutAsync(ServiceProcess service, string body)
    {
        using var response = await service.Admin.PutAsync("/faults", new StringContent(body), Cancelled);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Cancelled));
    }

    private static async Task<int> StatusAsync(ServiceProcess service, string path)
    {
        using var response = await service.Client.GetAsync(path, Cancelled);
        return (int)response.StatusCode;
    }
}
