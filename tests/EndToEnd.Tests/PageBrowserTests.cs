using System.Text.RegularExpressions;
using ColorDemo.Tests;

namespace ColorDemo.EndToEnd.Tests;

/// <summary>The page itself sends a panel's requests, and says so.</summary>
public partial class PageBrowserTests(SharedDemo shared)
{
    [Fact]
    public async Task A_panel_switched_to_the_browser_says_who_asks_and_tells_the_same_of_the_split()
    {
        await using var grid = await GridPage.OpenAsync(new(shared.Demo.Grid, "?panel=/random,cells=100,rate=100"));
        var panel = grid.Panel("/random");
        await panel.Locator("[data-editor] summary").ClickAsync();
        await panel.Locator("[data-asker]").SelectOptionAsync("Browser");
        await panel.Locator("[data-editor] summary").ClickAsync();

        await Eventually.HoldsAsync(
            async () => AsDeclared.IsMatch(await grid.VerdictAsync("/random")), "80 % are as declared", seconds: 60);

        Assert.Equal("asked by this browser", await panel.Locator("[data-asker-label]").InnerTextAsync());
        Assert.Contains("asker=browser", grid.Page.Url, StringComparison.Ordinal);
        var (blue, red) = await grid.HuesAsync("/random");
        Assert.True(blue > 1_000 && red > 1_000, $"{blue} bluish and {red} reddish pixels");
        Assert.Contains(grid.Requests, url => new Uri(url).Authority == shared.Demo.Ingress("armadillo").Authority);
        Assert.Empty(grid.Errors);
    }

    [Fact]
    public async Task The_inspector_tells_what_a_page_may_know_and_the_page_sends_again()
    {
        await using var grid = await GridPage.OpenAsync(
            new(shared.Demo.Grid, "?panel=/bison,asker=browser,cells=1,rate=0.5,header=x-user:%20canary"));
        await Eventually.HoldsAsync(async () => await grid.ShareAsync("/bison", "bison", "n") >= 1, "it is asked");
        var inspector = grid.Page.Locator("[data-inspector]");
        await grid.Panel("/bison").Locator("canvas").ClickAsync();
        await inspector.Locator("[data-fact=rule]").WaitForAsync();

        Assert.EndsWith("by this browser", await inspector.Locator("[data-fact=sent]").InnerTextAsync());
        Assert.Matches(@"VirtualService color/color-paths, bison \S*virtual-service-paths\.yaml:\d+",
            (await inspector.Locator("[data-fact=rule]").InnerTextAsync()).ReplaceLineEndings(" "));
        Assert.Contains("x-color-pod", await inspector.Locator("[data-fact=headers]").InnerTextAsync());
        Assert.Contains("-H 'x-user: canary'", await inspector.Locator("[data-fact=curl]").InnerTextAsync());

        await inspector.Locator("[data-send-again]").ClickAsync();

        await Eventually.HoldsAsync(
            async () => await inspector.Locator("[data-inspector-said]").InnerTextAsync()
                == "Sent again: this is its answer.", "it is answered");
    }

    [Fact]
    public async Task What_the_browser_hides_is_said_to_be_hidden()
    {
        await using var grid = await GridPage.OpenAsync(
            new(shared.Demo.Grid, "?panel=/chaos,asker=browser,rate=50,cells=64"));

        // An aborted request has no CORS headers: Envoy's fault filter stands before its CORS filter.
        await Eventually.HoldsAsync(
            async () => await grid.ShareAsync("/chaos", "refused", "n") >= 20, "aborted requests are refused ones");

        Assert.Equal(
            "Refused: the browser hides why; no connection, or an answer without CORS headers, as an abort is.",
            await grid.Panel("/chaos").Locator("[data-browser-hides]").InnerTextAsync());
        await Eventually.HoldsAsync(
            async () => (await grid.VerdictAsync("/chaos")).EndsWith("as declared (100 %)", StringComparison.Ordinal),
            "what the page may read is as declared");
    }

    [GeneratedRegex(@"^armadillo (7\d|8\d)\.\d % ± \d+\.\d \(n = [\d,]+\): as declared \(80 %\)$")]
    private static partial Regex AsDeclared { get; }
}
