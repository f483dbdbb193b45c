using System.Net;

namespace ColorDemo.Mesh.Tests;

public class DirectResponseTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_gateway_answers_with_the_status_and_text_of_the_rule()
    {
        await using var mesh = await TestMesh.WithRulesAsync("""
              - directResponse: {status: 418, body: {string: "short and stout"}}
                headers: {response: {set: {x-pot: tea}}}
            """);

        using var answer = await mesh.Client.GetAsync("/", Stop);

        Assert.Equal(418, (int)answer.StatusCode);
        Assert.Equal("short and stout", await answer.Content.ReadAsStringAsync(Stop));
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("tea", answer.Header("x-pot"));
        Assert.Null(answer.Header("x-color-mesh-flag"));
    }

    [Fact]
    public async Task The_type_can_be_given()
    {
        await using var mesh = await TestMesh.WithRulesAsync("""
              - directResponse: {status: 200, body: {string: "{}"}}
                headers: {response: {set: {content-type: application/json}}}
            """);

        using var answer = await mesh.Client.GetAsync("/", Stop);

        Assert.Equal("application/json", answer.Content.Headers.ContentType?.ToString());
    }

    [Theory]
    [InlineData("{status: 503}", 503)]
    [InlineData("{status: 204, body: {string: nothing}}", 204)]
    public async Task Without_a_body_or_a_status_that_can_have_one_it_is_empty(string response, int status)
    {
        await using var mesh = await TestMesh.WithRulesAsync($"  - {{directResponse: {response}}}");

        using var answer = await mesh.Client.GetAsync("/", Stop);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task HEAD_gets_the_headers_alone()
    {
        await using var mesh = await TestMesh.WithRulesAsync(
            "  - {directResponse: {status: 200, body: {string: abc}}}");

        using var answer = await mesh.Client.SendAsync(new(HttpMethod.Head, "/"), Stop);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(3, answer.Content.Headers.ContentLength);
    }
}
