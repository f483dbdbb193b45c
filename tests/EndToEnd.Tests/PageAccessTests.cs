using ColorDemo.Tests;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ColorDemo.EndToEnd.Tests;

/// <summary>axe-core looks for what keeps people out.</summary>
public class PageAccessTests(SharedDemo shared)
{
    [Theory]
    [InlineData(ColorScheme.Dark)]
    [InlineData(ColorScheme.Light)]
    public async Task Nobody_is_kept_out_in_either_theme(ColorScheme scheme)
    {
        await using var grid = await GridPage.OpenAsync(shared.Demo.Grid, scheme);
        await Eventually.HoldsAsync(async () => await grid.ShareAsync("/chaos", "400", "n") >= 5, "it is painted");
        Assert.Empty(await FindingsAsync(grid));

        await grid.Page.Locator("[data-editor] summary").First.ClickAsync();
        await grid.Page.Locator("[data-keys-switch]").ClickAsync();
        await grid.Panel("/bison").Locator("canvas").FocusAsync();
        await grid.Page.Keyboard.PressAsync("ArrowRight");
        await grid.Page.Keyboard.PressAsync("Enter");
        await Eventually.HoldsAsync(
            async () => await grid.Page.Locator("[data-inspector] [data-fact=rule]").CountAsync() == 1, "all is open");

        Assert.Empty(await FindingsAsync(grid));
    }

    /// <summary>Each rule that is broken seriously, with where.</summary>
    private static async Task<IEnumerable<string>> FindingsAsync(GridPage grid)
    {
        var result = await grid.Page.RunAxe();
        return result.Violations.Where(one => one.Impact is "serious" or "critical")
            .Select(one => $"{one.Id}: {string.Join("; ", one.Nodes.Select(node => node.Html))}");
    }
}
