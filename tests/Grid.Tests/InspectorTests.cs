using Bunit;
using ColorDemo.Grid.Inspection;
using ColorDemo.Grid.Wire;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace ColorDemo.Grid.Tests;

public sealed class InspectorTests : IDisposable
{
    private const string TraceId = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static readonly SampleDetails Known = CurlCommandTests.Details("http://localhost/random") with
    {
        Sample = new(7, Outcome.Color, 200, new("bison", "v2", "color-svc-v2-0"), 12.3, "SeaGreen", "#2e8b57"),
        Received = [new("x-color-version", "v2"), new("server", "<b>mesh</b>")],
        TraceId = TraceId,
        Rule = new("VirtualService color/color, split", "manifests/mesh/virtual-service.yaml:12"),
    };

    private readonly BunitContext _page = new();

    public InspectorTests()
    {
        _page.Services.AddSingleton<ClusterMarks>();
        _page.JSInterop.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void Everything_that_is_known_is_told()
    {
        var inspector = Render(Known);

        Assert.Equal("200", Fact(inspector, "status"));
        Assert.Equal("12 ms", Fact(inspector, "latency"));
        Assert.Equal("v2", Fact(inspector, "version"));
        Assert.Equal("bison", Fact(inspector, "cluster"));
        Assert.Equal("color-svc-v2-0", Fact(inspector, "pod"));
        Assert.Contains("VirtualService color/color, split", Fact(inspector, "rule"), StringComparison.Ordinal);
        Assert.Contains("virtual-service.yaml:12", Fact(inspector, "rule"), StringComparison.Ordinal);
        Assert.Equal("curl -sS -i 'http://localhost/random'", Fact(inspector, "curl"));
        Assert.Contains("<b>mesh</b>", Fact(inspector, "headers"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_wall_knows_is_there_before_the_host_answers()
    {
        var inspector = Render(details: null);

        Assert.Equal("bison", Fact(inspector, "cluster"));
        Assert.Empty(inspector.FindAll("[data-fact=curl]"));
        Assert.Contains("Asking the host", inspector.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:16686/trace/{traceId}", $"http://localhost:16686/trace/{TraceId}")]
    [InlineData("javascript:alert('{traceId}')", null)]
    [InlineData(null, null)]
    public void The_trace_is_a_link_where_one_is_configured_and_only_to_the_web(string? link, string? address)
    {
        var inspector = Render(Known, link);

        Assert.Equal(address, inspector.FindAll("[data-fact=trace] a").SingleOrDefault()?.GetAttribute("href"));
        Assert.Equal(TraceId, Fact(inspector, "trace"));
    }

    [Fact]
    public void Escape_and_the_cross_close_it()
    {
        var closed = 0;
        var inspector = _page.Render<Inspector>(parameters => parameters
            .Add(it => it.Sample, Known.Sample)
            .Add(it => it.Close, () => closed++));

        inspector.Find("[data-inspector]").KeyDown(new KeyboardEventArgs { Key = "Escape" });
        inspector.Find(".inspector-close").Click();

        Assert.Equal(2, closed);
    }

    [Fact]
    public void Send_again_is_offered_only_where_somebody_does_it()
    {
        Assert.Empty(Render(Known).FindAll("[data-send-again]"));

        SampleDetails? again = null;
        _page.Render<Inspector>(parameters => parameters
            .Add(it => it.Sample, Known.Sample)
            .Add(it => it.Details, Known)
            .Add(it => it.SendAgain, details => again = details)).Find("[data-send-again]").Click();
        Assert.Same(Known, again);
    }

    public void Dispose() => _page.Dispose();

    private IRenderedComponent<Inspector> Render(SampleDetails? details, string? link = null) =>
        _page.Render<Inspector>(parameters => parameters
            .Add(it => it.Sample, Known.Sample)
            .Add(it => it.Details, details)
            .Add(it => it.TraceLink, link));

    private static string Fact(IRenderedComponent<Inspector> inspector, string name) =>
        inspector.Find($"[data-fact={name}]").TextContent.Trim();
}
