using ColorDemo.GridHost;
using Microsoft.Extensions.Configuration;

namespace ColorDemo.Grid.Tests;

public sealed class GridSettingsTests
{
    [Fact]
    public void An_empty_environment_gives_the_local_demo()
    {
        var (settings, problems) = Read();

        Assert.Empty(problems);
        Assert.Equal(8080, settings.Port);
        Assert.Null(settings.Address);
        Assert.Equal(
            [new("armadillo", new("http://localhost:32011")), new("bison", new("http://localhost:32012"))],
            settings.Gateways);
        Assert.Equal(["/random", "/armadillo", "/bison", "/chaos"], settings.Paths);
    }

    [Theory]
    [InlineData("PORT", "eighty")]
    [InlineData("PORT", "65536")]
    [InlineData("PORT", "-1")]
    [InlineData("BIND_ADDRESS", "localhost")]
    [InlineData("GRID_GATEWAYS", "armadillo")]
    [InlineData("GRID_GATEWAYS", "armadillo=ftp://localhost")]
    [InlineData("GRID_GATEWAYS", "armadillo=http://localhost/random")]
    [InlineData("GRID_GATEWAYS", "armadillo=http://a,armadillo=http://b")]
    [InlineData("GRID_BROWSER_GATEWAYS", "armadillo=http://b\u00fccher.example")]
    [InlineData("GRID_PATHS", "random")]
    [InlineData("GRID_PATHS", "/random?fmt=text")]
    [InlineData("GRID_PATHS", "//elsewhere")]
    [InlineData("GRID_PATHS", ",")]
    [InlineData("GRID_TRACE_LINK", "http://localhost:16686/trace/")]
    [InlineData("GRID_TRACE_LINK", "/trace/{traceId}")]
    [InlineData("GRID_TRACE_LINK", "javascript:alert({traceId})")]
    [InlineData("GRID_GRPC_GATEWAYS", "bear=http://localhost:1")]
    [InlineData("GRID_GRPC_GATEWAYS", "bison=localhost:1")]
    [InlineData("GRID_BROWSER_GATEWAYS", "bear=http://localhost:1")]
    [InlineData("GRID_BROWSER_GATEWAYS", "bison=http://localhost:1/random")]
    public void What_does_not_parse_is_named_with_its_value(string variable, string value)
    {
        var (_, problems) = Read((variable, value));

        var problem = Assert.Single(problems);
        Assert.StartsWith($"{variable}: '{value}' is not accepted; give ", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Traces_and_gRPC_have_places_of_their_own_where_they_are_given()
    {
        var (settings, problems) = Read(
            ("GRID_TRACE_LINK", "http://localhost:16686/trace/{traceId}"),
            ("GRID_GRPC_GATEWAYS", "bison=http://localhost:5"));

        Assert.Empty(problems);
        Assert.Equal("http://localhost:16686/trace/{traceId}", settings.TraceLink);
        Assert.Equal([null, new("http://localhost:5")], settings.Gateways.Select(gateway => gateway.GrpcAddress));
    }

    [Fact]
    public void Browsers_may_ask_where_they_are_given_an_address()
    {
        var (settings, problems) = Read(("GRID_BROWSER_GATEWAYS", "bison=https://bison.example/"));

        Assert.Empty(problems);
        Assert.Null(settings.Catalog.BrowserAddressOf("armadillo"));
        Assert.Equal("https://bison.example", settings.Catalog.BrowserAddressOf("bison"));
        Assert.Null(Read().Settings.Catalog.BrowserGateways);
    }

    [Fact]
    public void All_problems_are_told_at_once() =>
        Assert.Equal(2, Read(("PORT", "x"), ("GRID_PATHS", "x")).Problems.Count);

    private static (GridSettings Settings, IReadOnlyList<string> Problems) Read(
        params (string Name, string Value)[] variables)
    {
        var reader = new GridSettingsReader(new ConfigurationBuilder()
            .AddInMemoryCollection(variables.ToDictionary(one => one.Name, string? (one) => one.Value))
            .Build());
        return (reader.Read(), reader.Problems);
    }
}
