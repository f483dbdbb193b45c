using static ColorDemo.Mesh.Tests.GatewayApi.TranslatedManifests;

namespace ColorDemo.Mesh.Tests.GatewayApi;

public class RuleTests
{
    [Fact]
    public void A_rule_is_named_after_its_route_and_knows_where_it_stands()
    {
        var rule = Assert.Single(Of(Gate, Route("")).VirtualServices).Http[0];

        Assert.Equal(("color.color.0", "spec.rules[0]"), (rule.Name, rule.Field));
        Assert.Equal(("color/color", 14), ($"{rule.Owner}", rule.Origin.Line));
    }

    [Fact]
    public void A_name_of_its_own_is_kept() => Assert.Equal("mine", RuleOf("name: mine").Name);

    [Theory]
    [InlineData("{}", "prefix /")]
    [InlineData("{path: {}}", "prefix /")]
    [InlineData("{path: {value: /a/}}", "prefix /a")]
    [InlineData("{path: {type: Exact, value: /a/}}", "exact /a/")]
    [InlineData("{path: {type: RegularExpression, value: '/a.*'}}", "regex /a.*")]
    public void A_path_is_a_prefix_of_segments_unless_it_says_otherwise(string match, string uri) =>
        Assert.Equal(uri, $"{RuleOf($"matches: [{match}]").Match[0].Uri}");

    [Fact]
    public void Methods_headers_and_query_parameters_are_all_conditions()
    {
        var match = Assert.Single(RuleOf("matches: [{method: GET, headers: [{name: X-Color, value: blue}],"
            + " queryParams: [{name: Tone, type: RegularExpression, value: 'd.*'}]}]").Match);

        Assert.Equal("GET", match.Method?.Exact);
        Assert.Equal("blue", match.Headers["x-color"].Exact);
        Assert.Equal("d.*", match.QueryParams["Tone"].Regex?.Pattern);
        Assert.False(match.QueryParams.ContainsKey("tone"));
    }

    [Fact]
    public void What_is_not_simulated_is_said_of_the_rule() => Assert.Equal(
        ["spec.rules[0].sessionPersistence"], RuleOf("sessionPersistence: {sessionName: color}").Unsupported);

    [Fact]
    public void An_empty_list_of_matches_matches_everything() => Assert.Empty(RuleOf("matches: []").Match);
}
