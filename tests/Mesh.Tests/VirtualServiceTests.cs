using System.Text;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Tests;

public class VirtualServiceTests
{
    [Fact]
    public void Hosts_and_gateways_are_written_out()
    {
        var read = Read("""
            hosts: [Color-Svc, B.example]
            gateways: [color, istio-system/edge, edge.istio-system.svc, mesh]
            exportTo: [., other]
            http: [{route: [{destination: {host: color-svc}}]}]
            """);

        Assert.Equal(["color-svc.color.svc.cluster.local", "b.example"], read.Hosts);
        Assert.Equal(["color/color", "istio-system/edge", "istio-system/edge", "mesh"], read.Gateways);
        Assert.Equal([".", "other"], read.ExportTo);
        Assert.Equal("color-svc.color.svc.cluster.local", read.Http[0].Route[0].Destination.Host);
    }

    [Fact]
    public void A_redirect_defaults_to_301_and_leaves_the_rest_as_it_is() =>
        Assert.Equal(
            new Redirect("/new", null, null, null, null, null, 301),
            Rule("{redirect: {uri: /new, authority: ''}}").Redirect);

    [Theory]
    [InlineData("{string: hi}", "hi")]
    [InlineData("{bytes: aGk=}", "hi")]
    [InlineData("{}", null)]
    public void A_direct_response_has_the_body_in_either_form(string body, string? expected)
    {
        var response = Rule($"{{directResponse: {{status: 503, body: {body}}}}}").DirectResponse!;

        Assert.Equal(503, response.Status);
        Assert.Equal(expected, response.Body is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : null);
    }

    [Theory]
    [InlineData("{attempts: 3, retryOn: '5xx,503,reset,429'}", "5xx reset", "503 429")]
    [InlineData("{attempts: 3, retryOn: '503'}", "", "503")]
    [InlineData("{attempts: 3}", null, "")]
    public void Numbers_in_retryOn_become_status_codes(string retries, string? policies, string codes)
    {
        var read = Rule($"{{retries: {retries}, {Route}}}").Retries!;

        Assert.Equal(policies, read.RetryOn is null ? null : string.Join(' ', read.RetryOn));
        Assert.Equal(codes, string.Join(' ', read.StatusCodes));
    }

    [Fact]
    public void A_fault_knows_its_shares_and_the_code_of_a_grpc_status() =>
        Assert.Equal(
            new Fault(new(10, TimeSpan.FromSeconds(1)), new(0.5, 200, 14)),
            Rule($$"""
                {fault: {delay: {percent: 10, fixedDelay: 1s},
                         abort: {grpcStatus: UNAVAILABLE, percentage: {value: 0.5} } }, {{Route}} }
                """).Fault);

    [Theory]
    [InlineData("mirror: {host: a}", "100")]
    [InlineData("mirror: {host: a}, mirrorPercent: 20", "20")]
    [InlineData("mirror: {host: a}, mirror_percent: 20", "20")]
    [InlineData("mirror: {host: a}, mirrorPercent: 20, mirrorPercentage: {value: 0.5}", "0.5")]
    [InlineData("mirror: {host: a}, mirrorPercentage: {value: 0}", "")]
    [InlineData("mirrors: [{destination: {host: a}}, {destination: {host: b}, percentage: {value: 5}}]", "100 5")]
    [InlineData("name: no-mirror", null)]
    public void Mirrors_get_everything_unless_told_otherwise(string mirrors, string? shares)
    {
        var read = Rule($"{{{mirrors}, {Route}}}").Mirrors;

        Assert.Equal(shares, read is null ? null : string.Join(' ', read.Select(mirror => $"{mirror.Percent}")));
    }

    [Fact]
    public void The_old_list_of_origins_is_read_as_exact_ones()
    {
        var cors = Rule($"{{corsPolicy: {{allowOrigin: ['*'], maxAge: 24h, allowCredentials: false}}, {Route}}}")
            .CorsPolicy!;

        Assert.Equal(new StringMatch("*", null, null), Assert.Single(cors.AllowOrigins));
        Assert.Equal((TimeSpan.FromDays(1), false, false),
            (cors.MaxAge, cors.AllowCredentials, cors.IgnoresUnmatchedPreflights));
    }

    [Fact]
    public void Conditions_on_headers_ignore_the_case_of_names_and_those_on_parameters_do_not()
    {
        var match = Rule($$"""
            {match: [{headers: {X-A: {} }, withoutHeaders: {x-b: , x-c: {regex: '*'} },
                      queryParams: {a: {exact: ''}, A: {} }, uri: {prefix: ''} }], {{Route}} }
            """).Match[0];

        Assert.Same(StringMatch.Present, match.Headers["x-a"]);
        Assert.True(match.WithoutHeaders["X-B"].IsPresence && match.WithoutHeaders["x-c"].IsPresence);
        Assert.Equal(("", true), (match.QueryParams["a"].Exact, match.QueryParams["A"].IsPresence));
        Assert.Equal("", match.Uri!.Prefix);
    }

    [Fact]
    public void What_is_not_simulated_is_named_where_it_stands()
    {
        var rule = Rule($$"""
            {match: [{headers: {'@request.auth.claims.group': {exact: a} } }],
             retries: {attempts: 1, retryRemoteLocalities: true}, {{Route}} }
            """, "gateways: [color]");

        Assert.Equal(["spec.http[0].match[0].headers.@request.auth.claims.group"], rule.Match[0].Unsupported);
        Assert.Equal(["spec.http[0].retries.retryRemoteLocalities"], rule.Unsupported);
    }

    [Fact]
    public void A_delegate_is_looked_for_in_the_own_namespace_first() =>
        Assert.Equal(new DelegateReference("teams", "color"), Rule("{delegate: {name: teams}}").Delegate);

    [Theory]
    [InlineData(100 * 1024, 0)]
    [InlineData(100 * 1024 + 1, 1)]
    [InlineData(1024 * 1024 + 1, null)]
    public void A_large_body_is_warned_about_and_a_huge_one_refused(int length, int? warnings)
    {
        var yaml = Manifest("hosts: [a.example]\nhttp:\n"
            + $"- directResponse: {{status: 200, body: {{string: {new string('x', length)}}}}}");

        if (warnings is null)
        {
            Assert.Throws<ManifestException>(() => ManifestReaderTests.Read(yaml));
        }
        else
        {
            Assert.Equal(warnings, ManifestReaderTests.Read(yaml).Warnings.Count);
        }
    }

    [Theory]
    [InlineData(1024, true)]
    [InlineData(1025, false)]
    public void An_expression_has_at_most_1024_characters(int length, bool isRead)
    {
        var match = $"match: [{{uri: {{regex: {new string('x', length)}}}}}]";
        var yaml = Manifest($"hosts: [a.example]\nhttp: [{{{match}, {Route}}}]");

        Assert.Equal(isRead, Record.Exception(() => ManifestReaderTests.Read(yaml)) is null);
    }

    private const string Route = "route: [{destination: {host: color-svc}}]";

    private static HttpRule Rule(string rule, string more = "exportTo: []") =>
        Assert.Single(Read($"hosts: [a.example]\n{more}\nhttp:\n- {rule.ReplaceLineEndings(" ")}").Http);

    private static VirtualService Read(string spec) =>
        Assert.Single(ManifestReaderTests.Read(Manifest(spec)).VirtualServices);

    private static string Manifest(string spec) =>
        $"""
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {"{"}name: color, namespace: color{"}"}
        spec:
          {spec.ReplaceLineEndings("\n  ")}
        """;
}
