using ColorDemo.Mesh.Istio;
using static ColorDemo.Mesh.Tests.GatewayApi.TranslatedManifests;

namespace ColorDemo.Mesh.Tests.GatewayApi;

public class FilterTests
{
    private const string Backend = "backendRefs: [{name: color-svc, port: 8800}]";

    [Theory]
    [InlineData("{hostname: a.example}", "FROM_REQUEST_PORT", null, 302)]
    [InlineData("{scheme: https}", "FROM_PROTOCOL_DEFAULT", null, 302)]
    [InlineData("{scheme: https, port: 8443, statusCode: 308}", null, 8443, 308)]
    public void A_redirect_without_port_takes_the_schemes_or_the_listeners(
        string redirect, string? derived, int? port, int code)
    {
        var found = RuleOf($"filters: [{{type: RequestRedirect, requestRedirect: {redirect}}}]").Redirect!;

        Assert.Equal((derived, port, code), (found.DerivePort, found.Port, found.Code));
    }

    [Theory]
    [InlineData("{type: ReplaceFullPath, replaceFullPath: /b}", "/b", null)]
    [InlineData("{type: ReplacePrefixMatch, replacePrefixMatch: /b}", null, "/b")]
    public void A_redirect_replaces_the_whole_path_or_the_prefix(string path, string? whole, string? prefix)
    {
        var rule = RuleOf("matches: [{path: {value: /a}}],"
            + $" filters: [{{type: RequestRedirect, requestRedirect: {{path: {path}}}}}]");

        Assert.Equal((whole, prefix), (rule.Redirect!.Uri, rule.Redirect.PrefixRewrite));
        Assert.Null(rule.DirectResponse);
        Assert.Empty(rule.Route);
    }

    [Theory]
    [InlineData("/b", "/b")]
    [InlineData("/b/", "/b")]
    [InlineData("/", "/")]
    [InlineData("''", "/")]
    public void A_rewritten_prefix_loses_its_last_slash(string prefix, string uri) => Assert.Equal(
        uri,
        RuleOf($"{Backend}, matches: [{{path: {{value: /a}}}}], filters: [{{type: URLRewrite, urlRewrite:"
            + $" {{path: {{type: ReplacePrefixMatch, replacePrefixMatch: {prefix}}}}}}}]").Rewrite!.Uri);

    [Fact]
    public void A_rewritten_whole_path_is_a_regular_expression_for_everything()
    {
        var rewrite = RuleOf($"{Backend}, filters: [{{type: URLRewrite, urlRewrite: {{hostname: a.example,"
            + " path: {type: ReplaceFullPath, replaceFullPath: /b}}}]").Rewrite!;

        Assert.Equal((null, "a.example"), (rewrite.Uri, rewrite.Authority));
        Assert.Equal(("/.*", "/b"), (rewrite.UriRegex!.Match.Pattern, rewrite.UriRegex.Substitution));
    }

    [Fact]
    public void Of_a_header_that_is_named_twice_the_first_value_counts()
    {
        var headers = RuleOf($"{Backend}, filters: [{{type: ResponseHeaderModifier, responseHeaderModifier:"
            + " {add: [{name: X-Color, value: blue}, {name: x-color, value: red}]}}]").Headers!;

        Assert.Equal([new("x-color", "blue")], headers.Response.Add);
        Assert.Same(HeaderOperations.None, headers.Request);
    }

    [Theory]
    [InlineData("", 100)]
    [InlineData(", percent: 42", 42)]
    [InlineData(", fraction: {numerator: 1, denominator: 8}", 12.5)]
    [InlineData(", fraction: {numerator: 5}", 5)]
    public void A_mirror_gets_its_percentage_of_copies(string share, double percent)
    {
        var mirror = Assert.Single(RuleOf($"{Backend}, filters: [{Mirror("red-svc", share)}]").Mirrors!);

        Assert.Equal(("red-svc.color.svc.cluster.local", percent), (mirror.Destination.Host, mirror.Percent));
    }

    [Fact]
    public void A_mirror_for_nowhere_or_of_0_percent_is_left_out() => Assert.Null(
        RuleOf($"{Backend}, filters: [{Mirror("no-svc", "")}, {Mirror("red-svc", ", percent: 0")}]").Mirrors);

    [Theory]
    [InlineData("https://a.example", "https://a.example", true)]
    [InlineData("https://*.example", "https://a.b.example", true)]
    [InlineData("https://*.example", "https://example", false)]
    [InlineData("https://*.example", "http://a.example", false)]
    [InlineData("*", "http://localhost:3000", true)]
    public void CORS_allows_origins_by_name_and_by_wildcard(string allowed, string origin, bool allows)
    {
        var cors = RuleOf($"{Backend}, filters: [{{type: CORS, cors: {{allowOrigins: ['{allowed}']}}}}]").CorsPolicy!;

        var match = Assert.Single(cors.AllowOrigins);
        Assert.Equal(allows, match.Exact == origin || match.Regex?.Whole.IsMatch(origin) is true);
        Assert.Equal((TimeSpan.FromSeconds(5), null), (cors.MaxAge, cors.AllowCredentials));
    }

    [Theory]
    [InlineData("request: 3s", 3)]
    [InlineData("backendRequest: 2s", 2)]
    [InlineData("request: 3s, backendRequest: 2s", 2)]
    [InlineData("request: 0s", null)]
    [InlineData("request: 3s, backendRequest: 0s", 3)]
    public void Without_retries_the_timeout_of_a_try_is_the_timeout(string timeouts, int? seconds) =>
        Assert.Equal(seconds, RuleOf($"{Backend}, timeouts: {{{timeouts}}}").Timeout?.TotalSeconds);

    [Fact]
    public void With_retries_each_try_has_its_own_timeout()
    {
        var rule = RuleOf($"{Backend}, timeouts: {{request: 3s, backendRequest: 1s}},"
            + " retry: {codes: [503], backoff: 100ms}");

        Assert.Equal(TimeSpan.FromSeconds(3), rule.Timeout);
        Assert.Equal((2, TimeSpan.FromSeconds(1)), (rule.Retries!.Attempts, rule.Retries.PerTryTimeout));
        Assert.Equal(TimeSpan.FromMilliseconds(100), rule.Retries.Backoff);
        Assert.Equal([503], rule.Retries.StatusCodes);
        Assert.Contains("connect-failure", rule.Retries.RetryOn!);
    }

    [Fact]
    public void No_attempts_switch_retries_off() =>
        Assert.Equal(0, RuleOf($"{Backend}, retry: {{codes: [503], attempts: 0}}").Retries!.Attempts);

    private static string Mirror(string service, string share) =>
        $"{{type: RequestMirror, requestMirror: {{backendRef: {{name: {service}, port: 8800}}{share}}}}}";
}
