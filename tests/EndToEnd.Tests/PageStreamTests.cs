using ColorDemo.Tests;
using Microsoft.Playwright;

namespace ColorDemo.EndToEnd.Tests;

/// <summary>What a page does when its host is silent, or when nobody looks.</summary>
public class PageStreamTests(SharedDemo shared)
{
    [Fact]
    public async Task A_page_whose_host_is_silent_says_so_and_goes_on_by_itself()
    {
        await using var demo = await DemoProcess.StartAsync(Repository.Manifests);
        var host = Processes.ChildrenOf(demo.Id).Single(IsGridHost);
        await using var grid = await GridPage.OpenAsync(new(demo.Grid, "?panel=/random"));
        var panel = grid.Panel("/random");
        await Eventually.HoldsAsync(async () => await grid.ShareAsync("/random", "armadillo", "n") >= 20, "it runs");

        Processes.Signal(host, "STOP");
        try
        {
            await Eventually.HoldsAsync(async () => await StateAsync() == "trouble", "it says that it is stale");
            await Eventually.HoldsAsync(
                async () => (await panel.Locator("[data-trouble]").InnerTextAsync()).StartsWith(
                    "The host of this page does not answer", StringComparison.Ordinal),
                "and why");
        }
        finally
        {
            Processes.Signal(host, "CONT");
        }

        await Eventually.HoldsAsync(async () => await StateAsync() == "live", "it goes on");
        Assert.Equal("", await panel.Locator("[data-trouble]").InnerTextAsync());
        Assert.Matches(@"the stream broke for \d+\.\d s", await panel.Locator("[data-strip] ol").InnerTextAsync());

        Task<string?> StateAsync() => panel.GetAttributeAsync("data-state");
    }

    [Fact]
    public async Task A_page_that_nobody_sees_watches_nothing_until_it_is_seen_again()
    {
        await using var grid = await GridPage.OpenAsync(new("about:blank"));
        var open = 0;
        grid.Page.WebSocket += (_, socket) =>
        {
            Interlocked.Increment(ref open);
            socket.Close += (_, _) => Interlocked.Decrement(ref open);
        };
        await grid.Page.GotoAsync(shared.Demo.Grid.ToString());
        await Eventually.HoldsAsync(() => Volatile.Read(ref open) == 4, "each panel watches");

        await ShowAsync(grid.Page, false);
        await Eventually.HoldsAsync(() => Volatile.Read(ref open) == 0, "no panel watches");

        await ShowAsync(grid.Page, true);
        await Eventually.HoldsAsync(() => Volatile.Read(ref open) == 4, "each panel watches again");
    }

    /// <summary>As if another tab were in front; a headless browser has none.</summary>
    private static async Task ShowAsync(IPage page, bool isShown) => await page.EvaluateAsync("""
        isShown => {
          Object.defineProperty(document, 'hidden', { value: !isShown, configurable: true });
          document.dispatchEvent(new Event('visibilitychange'));
        }
        """, isShown);

    private static bool IsGridHost(int process) =>
        File.ReadAllText($"/proc/{process}/cmdline").Contains("GridHost", StringComparison.Ordinal);
}
