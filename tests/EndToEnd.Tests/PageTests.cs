using ColorDemo.Tests;
using Microsoft.Playwright;

namespace ColorDemo.EndToEnd.Tests;

public class PageTests(SharedDemo shared)
{
    [Fact]
    public async Task The_page_paints_cells_of_both_clusters_and_shows_their_shares()
    {
        await using var grid = await GridPage.OpenAsync(shared.Demo.Grid);

        await CountsAsync(grid, "/random", "bison", atLeast: 200, "200 samples are counted");
        var (blue, red) = await grid.HuesAsync("/random");
        var (armadilloBlue, armadilloRed) = await grid.HuesAsync("/armadillo");

        Assert.True(blue > 1_000 && red > 1_000, $"{blue} bluish and {red} reddish pixels");
        Assert.True(armadilloBlue > 1_000 && armadilloRed == 0,
            $"{armadilloBlue} bluish and {armadilloRed} reddish pixels");
        Assert.Equal(80, await grid.ShareAsync("/random", "armadillo", "declared"));
        Assert.Equal(20, await grid.ShareAsync("/random", "bison", "declared"));
        Assert.InRange((await grid.ShareAsync("/random", "armadillo", "observed"))!.Value, 60, 95);
        Assert.Equal(100, await grid.ShareAsync("/bison", "bison", "observed"));
    }

    [Fact]
    public async Task Aborted_requests_are_shown_with_their_status_beside_what_is_declared()
    {
        await using var grid = await GridPage.OpenAsync(shared.Demo.Grid);

        await CountsAsync(grid, "/chaos", "400", atLeast: 40, "40 samples are counted");

        Assert.Equal(50, await grid.ShareAsync("/chaos", "400", "declared"));
        Assert.InRange((await grid.ShareAsync("/chaos", "400", "observed"))!.Value, 20, 80);
    }

    [Fact]
    public async Task The_page_asks_nobody_but_its_own_host_and_writes_no_error()
    {
        await using var grid = await GridPage.OpenAsync(shared.Demo.Grid, ColorScheme.Light);

        await CountsAsync(grid, "/random", "armadillo", atLeast: 1, "samples are counted");

        Assert.All(grid.Requests.Where(url => !url.StartsWith("data:", StringComparison.Ordinal)),
            url => Assert.Equal(shared.Demo.Grid.Authority, new Uri(url).Authority));
        Assert.Empty(grid.Errors);
    }

    [Fact]
    public async Task Stop_stops_a_panel_and_the_other_gateway_can_be_chosen()
    {
        await using var grid = await GridPage.OpenAsync(shared.Demo.Grid);
        await CountsAsync(grid, "/random", "armadillo", atLeast: 1, "samples are counted");

        await grid.Panel("/random").GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();
        await Eventually.HoldsAsync(
            async () => await grid.Panel("/random").GetAttributeAsync("data-state") == "stopped", "it stops");
        await grid.Page.GetByRole(AriaRole.Radio, new() { Name = "bison" }).ClickAsync();

        await Eventually.HoldsAsync(
            () => Task.FromResult(grid.Page.Url.Contains("gateway=bison", StringComparison.Ordinal)), "it is chosen");
        await CountsAsync(grid, "/bison", "bison", atLeast: 1, "bison's gateway is sampled");
    }

    [Fact]
    public async Task A_change_of_weights_is_followed_and_a_refused_one_is_told()
    {
        using var manifests = new EditableManifests();
        await using var demo = await DemoProcess.StartAsync(manifests.Path);
        await using var grid = await GridPage.OpenAsync(demo.Grid);
        await CountsAsync(grid, "/random", "armadillo", atLeast: 40, "samples are counted");

        manifests.SwapWeights();

        await Eventually.HoldsAsync(
            async () => await grid.ShareAsync("/random", "bison", "declared") == 80, "the new weight is shown");
        await CountsAsync(grid, "/random", "bison", atLeast: 60, "new samples are counted");
        Assert.InRange((await grid.ShareAsync("/random", "bison", "observed"))!.Value, 55, 98);

        EditableManifests.Edit(manifests.SplitFile, "weight: 20", "weight: -1");

        var warning = grid.Panel("/random").Locator("[data-warning]");
        await Eventually.HoldsAsync(async () => await warning.CountAsync() > 0, "it is told");
        Assert.Contains("spec.http[0].route[0].weight: weight -1 < 0", await warning.InnerTextAsync());
    }

    /// <summary>Waits until a row of a panel has so many samples.</summary>
    private static Task CountsAsync(GridPage grid, string path, string row, int atLeast, string claim) =>
        Eventually.HoldsAsync(async () => await grid.ShareAsync(path, row, "n") >= atLeast, claim);
}
