using System.Net;

namespace ColorDemo.ColorService.Tests;

/// <summary>What stands in an answer, byte for byte.</summary>
public sealed class AnswerTests(SharedService service)
{
    private const string Identity = "\"version\":\"v2\",\"cluster\":\"armadillo\",\"pod\":\"color-svc-v2-0\"}";
    private const string GreenText = "  Generated Color\n    \"Green\" - with HEX \"#008000\"\n";
    private const string GreenJson = "{\"name\":\"Green\",\"hexCode\":\"#008000\",\"family\":\"green\"," + Identity;

    [Theory]
    [InlineData("/green", GreenText)]
    [InlineData("/get/GREEN", GreenText)]
    [InlineData("/charteuse", "  Generated Color\n    \"Chartreuse\" - with HEX \"#7fff00\"\n")]
    [InlineData("/nosuch", "  Generated Color\n    \"unknown\" - with HEX \"#888888\"\n")]
    [InlineData("/healthz", "ok\n")]
    [InlineData("/readyz", "ok\n")]
    public Task Text_is_byte_for_byte(string path, string expected) =>
        Check(path, HttpStatusCode.OK, "text/plain; charset=utf-8", expected);

    [Theory]
    [InlineData("/Green?fmt=json", GreenJson)]
    [InlineData("/get/green?fmt=json", GreenJson)]
    [InlineData("/nosuch?fmt=json", "{\"name\":\"unknown\",\"hexCode\":\"#888888\"," + Identity)]
    public Task Json_is_byte_for_byte(string path, string expected) =>
        Check(path, HttpStatusCode.OK, "application/json", expected);

    [Theory]
    [InlineData("/random/purple", "ERROR: unknown color family 'purple'\n")]
    [InlineData("/random/", "ERROR: unknown color family ''\n")]
    [InlineData("/favicon.ico", "ERROR: no such path\n")]
    [InlineData("/b/l/u/e", "ERROR: no such path\n")]
    public Task What_does_not_exist_answers_404_in_text(string path, string expected) =>
        Check(path, HttpStatusCode.NotFound, "text/plain; charset=utf-8", expected);

    [Theory]
    [InlineData("/random/purple?fmt=json", "unknown color family 'purple'")]
    [InlineData("/random/pur%22ple?fmt=json", "unknown color family")] // could be no family: not repeated
    [InlineData("/random/purple%0A?fmt=json", "unknown color family")]
    [InlineData("/random/%3Cscript%3E?fmt=json", "unknown color family")]
    [InlineData("/random/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa?fmt=json", "unknown color family")]
    [InlineData("/b/l/u/e?fmt=json", "no such path")]
    public Task What_does_not_exist_answers_404_with_a_problem_document(string path, string detail) =>
        Check(
            path, HttpStatusCode.NotFound, "application/problem+json",
            "{\"title\":\"Not Found\",\"status\":404,\"detail\":\"" + detail + "\"}");

    [Theory]
    [InlineData("/random")]
    [InlineData("/random/purple")]
    [InlineData("/healthz")]
    [InlineData("/metrics")]
    [InlineData("/no/such/path")]
    public async Task Every_answer_tells_who_answered_and_is_not_to_be_stored(string path)
    {
        using var response = await service.GetAsync(path);

        Assert.Equal("v2", Header(response, "x-color-version"));
        Assert.Equal("armadillo", Header(response, "x-color-cluster"));
        Assert.Equal("color-svc-v2-0", Header(response, "x-color-pod"));
        Assert.Equal("no-store", Header(response, "cache-control"));
        Assert.Equal("nosniff", Header(response, "x-content-type-options"));
        Assert.False(response.Headers.Contains("access-control-allow-origin"));
        Assert.False(response.Headers.Contains("server"));
    }

    [Theory]
    [InlineData("/green")]
    [InlineData("/green?fmt=json")]
    [InlineData("/random/purple")]
    [InlineData("/no/such/path")]
    [InlineData("/version")]
    public async Task Head_answers_as_GET_does_but_without_the_body(string path)
    {
        using var get = await service.GetAsync(path);
        using var head = await service.SendAsync(HttpMethod.Head, path);

        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.NotEqual(0, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_version_page_tells_identity_and_build()
    {
        Assert.Equal("v2", await service.JsonAsync("/version", "version"));
        Assert.Equal("armadillo", await service.JsonAsync("/version", "cluster"));
        Assert.Equal("color-svc-v2-0", await service.JsonAsync("/version", "pod"));
        Assert.Null(await service.JsonAsync("/version", "node"));
        Assert.Matches(@"^\d+\.\d+\.\d+", await service.JsonAsync("/version", "build"));
        Assert.NotEqual("", await service.JsonAsync("/version", "revision"));
    }

    private static string Header(HttpResponseMessage response, string name) =>
        string.Join('|', response.Headers.GetValues(name));

    private async Task Check(string path, HttpStatusCode status, string type, string expected)
    {
        using var response = await service.GetAsync(path);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(type, $"{response.Content.Headers.ContentType}");
        Assert.Equal(
            expected, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(expected.Length, response.Content.Headers.ContentLength);
    }
}
