using Bunit;
using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Tests;

public sealed class PanelEditorTests : IDisposable
{
    private static readonly Catalog Catalog = new(
        ["armadillo", "bison"], ["/random"],
        BrowserGateways: new Dictionary<string, string> { ["armadillo"] = "http://localhost:1" });

    private readonly BunitContext _page = new();

    [Fact]
    public void The_browser_may_ask_where_it_has_an_address()
    {
        PanelSettings? changed = null;
        var editor = Render("armadillo", PanelSettings.Small("/random") with { Rate = 500 }, one => changed = one);

        editor.Find("[data-asker]").Change("Browser");

        Assert.Equal((Asker.Browser, 100), (changed!.Asker, changed.Rate));
        Assert.Empty(editor.FindAll("[data-asker-note]"));
    }

    [Fact]
    public void Without_an_address_it_may_not_and_is_told_why()
    {
        var editor = Render("bison", PanelSettings.Small("/random"));

        Assert.True(editor.Find("[data-asker]").HasAttribute("disabled"));
        Assert.Equal(
            "Browsers have no address of bison; GRID_BROWSER_GATEWAYS gives one to the host.",
            editor.Find("[data-asker-note]").TextContent);
    }

    [Fact]
    public void What_a_browser_cannot_do_cannot_be_set()
    {
        var editor = Render("armadillo", PanelSettings.Small("/random").WithAsker(Asker.Browser));

        Assert.True(editor.Find("[data-protocol]").HasAttribute("disabled"));
        Assert.True(editor.Find("[data-connections]").HasAttribute("disabled"));
        Assert.Equal("32", editor.Find("[data-concurrency]").GetAttribute("max"));
        Assert.Contains("at most 100 a second", editor.Find("[data-asker-note]").TextContent, StringComparison.Ordinal);
    }

    public void Dispose() => _page.Dispose();

    private IRenderedComponent<PanelEditor> Render(
        string gateway, PanelSettings settings, Action<PanelSettings>? changed = null) =>
        _page.Render<PanelEditor>(parameters => parameters
            .Add(it => it.Catalog, Catalog)
            .Add(it => it.Gateway, gateway)
            .Add(it => it.Settings, settings)
            .Add(it => it.SettingsChanged, one => changed?.Invoke(one)));
}
