using System.Net;

namespace ColorDemo.ColorService.Tests;

public sealed class CorsTests(CorsTests.Service service) : IClassFixture<CorsTests.Service>
{
    private static readonly (string, string)[] Preflight =
        [("Origin", "http://grid.example"), ("Access-Control-Request-Method", "GET")];

    [Theory]
    [InlineData("/random")]
    [InlineData("/random/purple")]
    [InlineData("/healthz")]
    public async Task Every_answer_may_be_read_by_any_origin_asked_for_or_not(string path)
    {
        using var response = await SendAsync(HttpMethod.Get, path);

        Assert.Equal("*", Header(response, "Access-Control-Allow-Origin"));
        Assert.Equal(
            "x-color-version, x-color-cluster, x-color-pod", Header(response, "Access-Control-Expose-Headers"));
    }

    [Fact]
    public async Task Preflight_is_answered_without_a_body()
    {
        using var response = await SendAsync(HttpMethod.Options, "/random", Preflight);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("*", Header(response, "Access-Control-Allow-Origin"));
        Assert.Equal("GET, HEAD", Header(response, "Access-Control-Allow-Methods"));
        Assert.Equal("*, Authorization", Header(response, "Access-Control-Allow-Headers"));
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_OPTIONS_that_is_no_preflight_is_not_allowed()
    {
        using var response = await SendAsync(HttpMethod.Options, "/random", ("Origin", "http://grid.example"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    private static string Header(HttpResponseMessage response, string name) =>
        string.Join('|', response.Headers.GetValues(name));

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await service.Process!.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public sealed class Service : IAsyncLifetime
    {
        internal ServiceProcess? Process { get; private set; }

        public async ValueTask InitializeAsync() => Process = await ServiceProcess.StartAsync(("ENABLE_CORS", "true"));

        public ValueTask DisposeAsync() => Process?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
