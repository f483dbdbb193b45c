using static ColorDemo.Mesh.Tests.GatewayApi.TranslatedManifests;

namespace ColorDemo.Mesh.Tests.GatewayApi;

public class PrecedenceTests
{
    [Theory]
    [InlineData("path: {type: Exact, value: /a}", "path: {value: /a/long/prefix}")]
    [InlineData("path: {value: /aa}", "path: {value: /a}")]
    [InlineData("path: {value: /}", "path: {type: RegularExpression, value: '/a.*'}")]
    [InlineData("path: {type: RegularExpression, value: '/aa.*'}", "path: {type: RegularExpression, value: '/a.*'}")]
    [InlineData("path: {value: /aa}", "path: {value: /a}, method: GET")]
    [InlineData("method: GET", "headers: [{name: a, value: a}, {name: b, value: b}]")]
    [InlineData("headers: [{name: a, value: a}, {name: b, value: b}]", "headers: [{name: a, value: a}]")]
    [InlineData("headers: [{name: a, value: a}]", "queryParams: [{name: a, value: a}, {name: b, value: b}]")]
    [InlineData("queryParams: [{name: a, value: a}, {name: b, value: b}]", "queryParams: [{name: a, value: a}]")]
    [InlineData("queryParams: [{name: a, value: a}]", "")]
    public void The_more_specific_match_comes_first_wherever_it_stands(string first, string second)
    {
        Assert.Equal(["first", "second"], Names(Rule(first, "first"), Rule(second, "second")));
        Assert.Equal(["first", "second"], Names(Rule(second, "second"), Rule(first, "first")));
    }

    [Fact]
    public void Among_equal_matches_of_a_route_the_earlier_rule_comes_first() =>
        Assert.Equal(["one", "two", "three"], Names(Rule("", "one"), Rule("", "two"), Rule("", "three")));

    [Fact]
    public void A_rule_with_several_matches_becomes_one_rule_for_each() => Assert.Equal(
        ["/a/b", "/a", "/"],
        Assert.Single(Of(Gate, RouteOf("[{matches: [{}, {path: {value: /a/b}}, {path: {value: /a}}]}]"))
            .VirtualServices).Http.Select(rule => Assert.Single(rule.Match).Uri?.Prefix));

    [Theory]
    [InlineData("b", "2026-01-01T00:00:00Z", "a", "2026-01-02T00:00:00Z")]
    [InlineData("a", "", "b", "")]
    public void Among_equal_matches_the_older_route_comes_first_then_the_name(
        string first, string firstCreated, string second, string secondCreated)
    {
        var rules = Assert.Single(Of(
            Gate,
            Route("", second, created: secondCreated),
            Route("", first, created: firstCreated)).VirtualServices).Http;

        Assert.Equal([first, second], rules.Select(rule => rule.Owner?.Name));
    }

    [Fact]
    public void A_longer_prefix_of_a_younger_route_wins_over_an_older_routes_prefix() => Assert.Equal(
        ["young", "old"],
        Assert.Single(Of(
            Gate,
            Route("matches: [{path: {value: /}}]", "old", created: "2026-01-01T00:00:00Z"),
            Route("matches: [{path: {value: /a}}]", "young", created: "2026-02-02T00:00:00Z"))
            .VirtualServices).Http.Select(rule => rule.Owner?.Name));

    private static string Rule(string match, string name) => $"{{name: {name}, matches: [{{{match}}}]}}";

    private static IEnumerable<string?> Names(params string[] rules) =>
        Assert.Single(Of(Gate, RouteOf($"[{string.Join(", ", rules)}]")).VirtualServices).Http
            .Select(rule => rule.Name);
}
