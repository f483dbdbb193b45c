using Bunit;
using ColorDemo.Grid.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace ColorDemo.Grid.Tests;

/// <summary>The panel as a viewer has it, fed by a real host that samples a real server.</summary>
public sealed class PanelTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly BunitContext _page = new();
    private ColorServer _gateway = null!;
    private GridHostProcess _host = null!;

    public async ValueTask InitializeAsync()
    {
        _gateway = await ColorServer.StartAsync(ColorServer.Green);
        _host = await GridHostProcess.StartAsync(
            ("GRID_GATEWAYS", $"armadillo={_gateway.Address}"),
            ("GRID_BROWSER_GATEWAYS", $"armadillo={_gateway.Address}"));
        _page.Services
            .AddSingleton(TimeProvider.System)
            .AddSingleton<ClusterMarks>()
            .AddSingleton(new Feed(_host.Http, TimeProvider.System))
            .AddSingleton(new Inspection.SampleLookup(_host.Http));
    }

    [Fact]
    public void A_panel_samples_at_once_and_shows_who_answers()
    {
        var panel = Render();

        panel.WaitForAssertion(() => Assert.Equal("live", State(panel)), Patience);
        panel.WaitForAssertion(() =>
        {
            var share = panel.Find("[data-share=armadillo]");
            Assert.Equal("100", share.GetAttribute("data-observed"));
            Assert.True(int.Parse(share.GetAttribute("data-n")!) >= 10);
            Assert.Null(share.GetAttribute("data-declared"));
        }, Patience);
        Assert.NotNull(panel.Find("[data-strip] path.mark-0"));
        Assert.Contains("no kubeconfig", panel.Find("[data-declared-source]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Stop_freezes_the_panel_and_start_goes_on()
    {
        var panel = Render();
        panel.WaitForAssertion(() => panel.Find("[data-share]"), Patience);

        panel.Find("[data-toggle]").Click();
        panel.WaitForAssertion(() => Assert.Equal("stopped", State(panel)), Patience);
        Assert.Equal("Start", panel.Find("[data-toggle]").TextContent.Trim());
        Assert.NotNull(panel.Find("[data-share]"));

        panel.Find("[data-toggle]").Click();
        panel.WaitForAssertion(() => Assert.Equal("live", State(panel)), Patience);
    }

    [Fact]
    public void A_panel_that_the_browser_asks_says_so()
    {
        Assert.Empty(Render().FindAll("[data-asker-label]"));

        var panel = Render(settings: PanelSettings.Small("/random").WithAsker(Asker.Browser));

        Assert.Equal("asked by this browser", panel.Find("[data-asker-label]").TextContent);
        panel.WaitForAssertion(() => Assert.True(
            int.Parse(panel.Find("[data-share=armadillo]").GetAttribute("data-n")!) >= 5), Patience);
    }

    [Fact]
    public void Aborts_that_a_browser_hides_are_not_held_against_the_split()
    {
        var split = Make.EightyTwenty with { AbortPercent = 50, AbortStatus = 400 };

        var seen = Make.Frame(0, [], Make.Epoch(1, 0, split), Make.Epoch(2, 1, null)).WithoutAborts();

        Assert.Equal([Make.EightyTwenty, null], seen.Epochs.Select(epoch => epoch.Split));
    }

    [Theory]
    [InlineData("9", 9)]
    [InlineData("0", 1)]
    [InlineData("10001", 10_000)]
    [InlineData("many", 16)]
    public void Cells_are_1_to_10000_and_what_is_no_number_changes_nothing(string typed, int cells)
    {
        var panel = Render();

        panel.Find("[data-cell-count]").Change(typed);

        panel.WaitForAssertion(
            () => Assert.Equal($"{cells}", panel.Find("canvas[data-cells]").GetAttribute("data-cells")), Patience);
        Assert.Equal($"{cells}", panel.Find("[data-cell-count]").GetAttribute("value"));
    }

    [Theory]
    [InlineData("12.5", "12.5")]
    [InlineData("0", "0.2")]
    [InlineData("99999", "10000")]
    [InlineData("NaN", "5")]
    public void Rates_are_a_fifth_to_10000_a_second(string typed, string rate)
    {
        var panel = Render();

        panel.Find("[data-rate]").Change(typed);

        panel.WaitForAssertion(() => Assert.Equal(rate, panel.Find("[data-rate]").GetAttribute("value")), Patience);
    }

    [Fact]
    public async Task A_host_that_is_gone_is_said_to_be_and_its_successor_is_found_without_a_click()
    {
        var panel = Render();
        panel.WaitForAssertion(() => Assert.Equal("live", State(panel)), Patience);

        await _host.StopAsync();
        panel.WaitForAssertion(() => Assert.Equal(
            "The host of this page does not answer; it is tried again until it does.",
            panel.Find("[data-trouble]").TextContent), Patience);
        Assert.Equal("trouble", State(panel));

        await using var successor = await GridHostProcess.StartAsync(
            ("GRID_GATEWAYS", $"armadillo={_gateway.Address}"), ("PORT", $"{_host.Address.Port}"));
        panel.WaitForAssertion(() => Assert.Equal("live", State(panel)), Patience);
        Assert.Equal("", panel.Find("[data-trouble]").TextContent);
    }

    [Fact]
    public void What_the_host_refuses_is_shown_in_its_own_words()
    {
        var panel = Render(gateway: "bison");

        panel.WaitForAssertion(() => Assert.Equal(
            "gateway: 'bison' is not one of armadillo.", panel.Find("[data-trouble]").TextContent), Patience);
    }

    public async ValueTask DisposeAsync()
    {
        await _page.DisposeAsync();
        await _host.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    private IRenderedComponent<Panel> Render(string gateway = "armadillo", PanelSettings? settings = null)
    {
        IRenderedComponent<Panel>? panel = null;
        panel = _page.Render<Panel>(parameters => parameters
            .Add(one => one.Id, "panel-1")
            .Add(one => one.Gateway, gateway)
            .Add(one => one.BrowserGateways, new Dictionary<string, string> { ["armadillo"] = $"{_gateway.Address}" })
            .Add(one => one.Settings, settings ?? PanelSettings.Small("/random"))
            .Add(one => one.SettingsChanged, changed =>
                panel!.Render(again => again.Add(one => one.Settings, changed))));
        return panel;
    }

    private static string? State(IRenderedComponent<Panel> panel) =>
        panel.Find("[data-panel]").GetAttribute("data-state");
}
