using System.Net;
using ColorDemo.ColorService.Colors;

namespace ColorDemo.ColorService.Tests;

/// <summary>Which path and which method reach what.</summary>
public sealed class RoutingTests(SharedService service)
{
    [Theory]
    [InlineData("/blue", "Blue")]
    [InlineData("/blue/", "Blue")]
    [InlineData("/get/DeepSkyBlue", "DeepSkyBlue")]
    [InlineData("/", "unknown")]
    [InlineData("/get/", "unknown")]
    [InlineData("/Random", "unknown")]
    [InlineData("/HEALTHZ", "unknown")]
    [InlineData("/%67reen", "Green")]
    public async Task A_single_segment_names_a_color(string path, string name) =>
        Assert.Equal(name, await service.JsonAsync($"{path}?fmt=json", "name"));

    [Theory]
    [InlineData("/Get/blue")]
    [InlineData("/RANDOM/red")]
    [InlineData("/get/b/l/u/e")]
    [InlineData("/random/red/green")]
    [InlineData("/blue//")]
    public async Task Several_segments_that_are_no_route_answer_404(string path)
    {
        using var response = await service.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("red")]
    [InlineData("GREEN")]
    [InlineData("Blue")]
    [InlineData("yellow")]
    public async Task A_family_in_any_letter_case_answers_with_one_of_its_colors(string family) =>
        Assert.Equal(family, await service.JsonAsync($"/random/{family}?fmt=json", "family"), ignoreCase: true);

    [Fact]
    public async Task The_draw_over_HTTP_is_uniform()
    {
        var draws = new List<string>();
        while (draws.Count < 3050)
        {
            draws.Add((await service.JsonAsync("/random?fmt=json", "name"))!);
        }

        Uniformity.Check([.. NamedColors.All.Select(color => color.Name)], draws);
    }

    [Theory]
    [InlineData("POST", "/random")]
    [InlineData("PUT", "/random/red")]
    [InlineData("DELETE", "/blue")]
    [InlineData("PATCH", "/get/blue")]
    [InlineData("OPTIONS", "/random")]
    [InlineData("BREW", "/metrics")]
    [InlineData("POST", "/healthz")]
    public async Task Any_other_method_answers_405_and_says_what_is_allowed(string method, string path)
    {
        using var text = await service.SendAsync(new(method), path);
        using var json = await service.SendAsync(new(method), $"{path}?fmt=json");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, text.StatusCode);
        Assert.Equal("GET, HEAD", string.Join(", ", text.Content.Headers.Allow));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, json.StatusCode);
        Assert.Equal("application/problem+json", json.Content.Headers.ContentType?.MediaType);
    }
}
