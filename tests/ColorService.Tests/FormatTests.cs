namespace ColorDemo.ColorService.Tests;

/// <summary>When an answer is JSON and when it is text.</summary>
public sealed class FormatTests(SharedService service)
{
    [Theory]
    [InlineData("?fmt=json", true)]
    [InlineData("?a=b&fmt=json&fmt=text", true)]
    [InlineData("?fmt=%6Ason", true)]
    [InlineData("?fmt=text&fmt=json", false)]
    [InlineData("?fmt=JSON", false)]
    [InlineData("?FMT=json", false)]
    [InlineData("?fmt=jsonx", false)]
    [InlineData("?fmt", false)]
    [InlineData("?notfmt=json", false)]
    [InlineData("", false)]
    public Task The_first_fmt_decides(string query, bool isJson) => Check(query, null, isJson);

    [Theory]
    [InlineData("application/json", true)]
    [InlineData("APPLICATION/JSON; charset=utf-8", true)]
    [InlineData("application/*", true)]
    [InlineData("application/json, text/plain, */*", true)]
    [InlineData("*/*, application/json", true)]
    [InlineData("text/plain;q=0.5, application/json;q=0.9", true)]
    [InlineData("*/*", false)]
    [InlineData("text/plain", false)]
    [InlineData("text/html, application/xhtml+xml, */*;q=0.8", false)]
    [InlineData("text/plain, application/json", false)]
    [InlineData("text/plain, application/json;q=0.9", false)]
    [InlineData("*/*, application/json;q=0.5", false)]
    [InlineData("application/json;q=0", false)]
    [InlineData("not a media type", false)]
    public Task Without_fmt_the_Accept_header_decides(string accept, bool isJson) => Check("", accept, isJson);

    [Fact]
    public Task A_fmt_outranks_the_Accept_header() => Check("?fmt=text", "application/json", false);

    private async Task Check(string query, string? accept, bool isJson)
    {
        using var response = await service.GetAsync($"/blue{query}", accept);

        Assert.Equal(isJson ? "application/json" : "text/plain", response.Content.Headers.ContentType?.MediaType);
    }
}
