using System.Globalization;
using ColorDemo.Tests;
using Microsoft.Playwright;

namespace ColorDemo.EndToEnd.Tests;

/// <summary>Panels are arranged by whoever looks, and a link restores them.</summary>
public class PagePanelTests(SharedDemo shared)
{
    [Fact]
    public async Task A_panel_is_added_renamed_and_asked_with_a_header_and_the_link_restores_it()
    {
        await using var grid = await GridPage.OpenAsync(shared.Demo.Grid);
        await grid.Page.Locator("[data-add]").ClickAsync();
        var added = grid.Page.Locator("[data-panel]").Last;
        await added.Locator("[data-editor] summary").ClickAsync();
        await added.Locator("[data-name]").FillAsync("Canary");
        await added.Locator("[data-headers]").FillAsync("x-user: canary");
        await added.Locator("[data-name]").FocusAsync(); // leaving a field is what sets it
        await Eventually.HoldsAsync(
            () => Task.FromResult(grid.Page.Url.Contains("header=x-user:%20canary", StringComparison.Ordinal)),
            "the link has the header");

        await using var again = await GridPage.OpenAsync(new(grid.Page.Url));

        await Eventually.HoldsAsync(async () => await again.Page.Locator("[data-panel]").CountAsync() == 5, "5 panels");
        var restored = again.Page.Locator("[data-panel]").Last;
        Assert.Equal("Canary", await restored.GetByRole(AriaRole.Heading).First.InnerTextAsync());
        Assert.Equal("x-user: canary", await restored.Locator("[data-headers]").InputValueAsync());
        await Eventually.HoldsAsync(
            async () => await restored.GetAttributeAsync("data-state") == "live", "it is asked");
    }

    [Fact]
    public async Task Panels_change_places_and_go()
    {
        await using var grid = await GridPage.OpenAsync(shared.Demo.Grid);
        var panels = grid.Page.Locator("[data-panel]");
        await panels.Nth(1).Locator("[data-editor] summary").ClickAsync();

        await panels.Nth(1).Locator("[data-earlier]").ClickAsync();
        Assert.Equal(["/armadillo", "/random"], await PathsAsync(panels, 2));
        await panels.First.Locator("[data-remove]").ClickAsync();
        Assert.Equal(["/random", "/bison"], await PathsAsync(panels, 2));
        Assert.Equal(3, await panels.CountAsync());
    }

    [Fact]
    public async Task A_link_that_is_wrong_says_so_and_shows_what_is_right_of_it()
    {
        await using var grid = await GridPage.OpenAsync(
            new(shared.Demo.Grid, "?panel=/nowhere&panel=/bison,cells=9,rate=1e9"));

        await Eventually.HoldsAsync(
            async () => await grid.Page.Locator("[data-link-problem]").CountAsync() == 2, "both are told");

        Assert.Contains("'/nowhere' is not one of /random, /armadillo, /bison, /chaos",
            await grid.Page.Locator("[data-link-problem]").First.InnerTextAsync());
        Assert.Equal("9", await grid.Panel("/bison").Locator("canvas").GetAttributeAsync("data-cells"));
    }

    [Fact]
    public async Task A_cell_tells_all_that_is_known_of_its_answer_by_mouse_and_by_keyboard()
    {
        await using var grid = await GridPage.OpenAsync(new(shared.Demo.Grid, "?panel=/random,cells=1,rate=1"));
        await Eventually.HoldsAsync(async () => await grid.ShareAsync("/random", "armadillo", "n") >= 1, "it is asked");
        var inspector = grid.Page.Locator("[data-inspector]");

        await grid.Panel("/random").Locator("canvas").ClickAsync();

        await Eventually.HoldsAsync(
            async () => await inspector.Locator("[data-fact=rule]").CountAsync() == 1, "the host tells the rest");
        await inspector.Locator("[data-fact=rule]").WaitForAsync();
        Assert.Matches(@"VirtualService color/color, split \S*virtual-service\.yaml:\d+",
            (await inspector.Locator("[data-fact=rule]").InnerTextAsync()).ReplaceLineEndings(" "));
        Assert.Contains("x-color-pod", await inspector.Locator("[data-fact=headers]").InnerTextAsync());
        Assert.StartsWith("curl ", await inspector.Locator("[data-fact=curl]").InnerTextAsync());

        await grid.Page.Keyboard.PressAsync("Escape");
        await Eventually.HoldsAsync(async () => await inspector.CountAsync() == 0, "it closes");
        await grid.Page.Keyboard.PressAsync("ArrowRight");
        await grid.Page.Keyboard.PressAsync("Enter");
        await Eventually.HoldsAsync(async () => await inspector.CountAsync() == 1, "a key opens it");
    }

    [Fact]
    public async Task Color_tells_what_the_viewer_chooses_and_a_legend_what_it_means()
    {
        await using var grid = await GridPage.OpenAsync(new(shared.Demo.Grid, "?panel=/chaos,cells=16,rate=50"));
        var legend = grid.Panel("/chaos").Locator(".wall-legend");
        await grid.Panel("/chaos").Locator("[data-editor] summary").ClickAsync();
        var choice = grid.Panel("/chaos").Locator("[data-hue-choice]");

        foreach (var (hue, means) in new[]
        {
            ("Cluster", "armadillo"), ("Version", "v1"), ("Status", "200"), ("Latency", "ms"), ("Pod", "v1-0"),
        })
        {
            await choice.SelectOptionAsync(hue);
            await Eventually.HoldsAsync(
                async () => await legend.InnerTextAsync() is var text
                    && text.Contains(means, StringComparison.Ordinal)
                    && text.Contains("error", StringComparison.Ordinal),
                $"{hue} is told by {means}, and an error is one in every color");
        }

        Assert.Contains("hue=pod", grid.Page.Url);
    }

    [Fact]
    public async Task A_request_is_sent_again_and_its_answer_is_shown_while_the_button_keeps_the_focus()
    {
        await using var grid = await GridPage.OpenAsync(new(shared.Demo.Grid, "?panel=/bison,cells=1,rate=0.2"));
        await Eventually.HoldsAsync(async () => await grid.ShareAsync("/bison", "bison", "n") >= 1, "it is asked");
        var inspector = grid.Page.Locator("[data-inspector]");
        await grid.Panel("/bison").Locator("canvas").ClickAsync();
        var button = inspector.Locator("[data-send-again]");
        await button.WaitForAsync();
        var number = int.Parse((await inspector.GetAttributeAsync("data-inspector"))!, CultureInfo.InvariantCulture);

        await button.FocusAsync();
        await grid.Page.Keyboard.PressAsync("Enter");

        var said = inspector.Locator("[data-inspector-said]");
        await Eventually.HoldsAsync(
            async () => await said.InnerTextAsync() == "Sent again: this is its answer.", "it is answered");
        var again = int.Parse((await inspector.GetAttributeAsync("data-inspector"))!, CultureInfo.InvariantCulture);
        Assert.True(again > number, $"{again} comes after {number}");
        Assert.Equal("bison", await inspector.Locator("[data-fact=cluster]").InnerTextAsync());
        Assert.True(await button.EvaluateAsync<bool>("button => button === document.activeElement"));

        await grid.Panel("/bison").GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();
        await Eventually.HoldsAsync(async () =>
        {
            if (await said.InnerTextAsync() is { Length: > 0 } answered && answered != "Sending it.")
            {
                await button.ClickAsync();
            }

            return await inspector.Locator("[data-inspector-problem]").InnerTextAsync()
                == "Nobody watches this, so nothing is sent; start the panel first.";
        }, "once the host has given up the sampler, it says so");
    }

    [Fact]
    public async Task Keys_list_themselves_and_change_the_theme()
    {
        await using var grid = await GridPage.OpenAsync(shared.Demo.Grid);
        await Eventually.HoldsAsync(
            async () => await grid.Page.Locator("[data-panel]").CountAsync() == 4, "it is there");
        var dark = await GroundAsync(grid);

        await grid.Page.Keyboard.PressAsync("?");
        await Eventually.HoldsAsync(
            async () => await grid.Page.Locator("[data-keys]").CountAsync() == 1, "they are listed");
        await grid.Page.Keyboard.PressAsync("t");
        await grid.Page.Keyboard.PressAsync("t");

        await Eventually.HoldsAsync(async () => await GroundAsync(grid) != dark, "from the system's, dark, to light");
        await grid.Page.ReloadAsync();
        Assert.NotEqual(dark, await GroundAsync(grid));
    }

    private static Task<string> GroundAsync(GridPage grid) =>
        grid.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");

    private static async Task<IEnumerable<string?>> PathsAsync(ILocator panels, int count) =>
        await Task.WhenAll(Enumerable.Range(0, count).Select(i => panels.Nth(i).GetAttributeAsync("data-panel")));
}
