using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ColorDemo.Tests;
using Microsoft.Playwright;

namespace ColorDemo.EndToEnd.Tests;

/// <summary>What happened, when, and how soon it was followed.</summary>
public class PageTimelineTests(SharedDemo shared)
{
    [Fact]
    public async Task Changes_of_weights_and_of_pods_are_marked_with_the_time_that_they_took()
    {
        await using var demo = await DemoProcess.StartAsync(Repository.Manifests);
        await using var grid = await GridPage.OpenAsync(new(demo.Grid, "?panel=/random,rate=200"));
        var marks = grid.Panel("/random").Locator("[data-strip] ol");
        await Eventually.HoldsAsync(
            async () => await grid.ShareAsync("/random", "armadillo", "n") >= 200, "it is asked");

        await new Kubectl.Kubectl(demo.Kubeconfig, "armadillo").RunAsync(
            "patch", "virtualservice", "color", "--type", "json", "-p", """
            [
              {"op": "replace", "path": "/spec/http/0/route/0/weight", "value": 30},
              {"op": "replace", "path": "/spec/http/0/route/1/weight", "value": 70}
            ]
            """);
        await new Kubectl.Kubectl(demo.Kubeconfig, "bison").RunAsync("delete", "pod", "color-svc-v1-0");

        await ReadsAsync(marks, @"weights changed to 30 / 70: old gone \d+\.\d\d s, steady \d+\.\d\d s");
        await ReadsAsync(marks, @"color-svc-v1-0 \(bison\) has gone");
        await ReadsAsync(marks, @"color-svc-v1-2 \(bison\) has come");

        await grid.Page.Locator("[data-reset]").ClickAsync();
        await Eventually.HoldsAsync(async () => await marks.Locator("li").CountAsync() == 0, "all of it is forgotten");
    }

    [Fact]
    public async Task A_held_picture_stands_still_while_counting_goes_on_and_is_read_by_mouse_and_by_keys()
    {
        await using var grid = await GridPage.OpenAsync(new(shared.Demo.Grid, "?panel=/random,rate=50"));
        var strip = grid.Panel("/random").Locator("[data-strip]");
        await Eventually.HoldsAsync(async () => await CountAsync(grid) >= 100, "it is asked");

        await strip.Locator("[data-pause]").ClickAsync();
        var held = await BandsAsync(strip);
        var counted = await CountAsync(grid);
        await Eventually.HoldsAsync(async () => await CountAsync(grid) >= counted + 100, "counting goes on");
        Assert.Equal(held, await BandsAsync(strip));

        var slider = strip.GetByRole(AriaRole.Slider);
        await slider.FocusAsync();
        await grid.Page.Keyboard.PressAsync("ArrowLeft");
        var first = await ReadoutAsync(strip);
        Assert.Matches(@"^\d\d:\d\d:\d\d$", first);
        Assert.Matches(@"armadillo v1 \d+\.\d %.* p50 \d", (await slider.GetAttributeAsync("aria-valuetext"))!);
        await grid.Page.Keyboard.PressAsync("ArrowLeft");
        var second = await ReadoutAsync(strip);
        Assert.NotEqual(first, second);

        var box = (await slider.BoundingBoxAsync())!;
        await grid.Page.Mouse.MoveAsync(box.X + 5, box.Y + 20);
        await Eventually.HoldsAsync(
            async () => await ReadoutAsync(strip) != second, "the pointer names another time");
        Assert.Matches(@"^\d\d:\d\d:\d\d$", await ReadoutAsync(strip));

        await strip.Locator("[data-pause]").ClickAsync();
        await Eventually.HoldsAsync(async () => await BandsAsync(strip) != held, "it moves again");
    }

    [Fact]
    public async Task More_and_less_time_is_shown_by_buttons_keys_and_by_name()
    {
        await using var grid = await GridPage.OpenAsync(new(shared.Demo.Grid, "?panel=/random"));
        var strip = grid.Panel("/random").Locator("[data-strip]");
        var window = strip.Locator("[data-window]");

        await window.SelectOptionAsync("30 min");
        Assert.True(await strip.Locator("[data-zoom-out]").IsDisabledAsync());
        await strip.Locator("[data-zoom-in]").ClickAsync();
        Assert.Equal("600", await window.InputValueAsync());
        await strip.GetByRole(AriaRole.Slider).FocusAsync();
        await grid.Page.Keyboard.PressAsync("+");
        await Eventually.HoldsAsync(async () => await window.InputValueAsync() == "300", "a key shows less");
    }

    [Fact]
    public async Task What_is_shown_is_saved_as_a_table_as_data_and_as_a_picture()
    {
        await using var grid = await GridPage.OpenAsync(new(shared.Demo.Grid, "?panel=/random,rate=50"));
        await Eventually.HoldsAsync(async () => await CountAsync(grid) >= 100, "it is asked");

        var table = Encoding.UTF8.GetString(await SavedAsync(grid, "csv")).Split("\r\n");
        Assert.StartsWith("time (UTC),epoch,declared (%),outcome,status,cluster,version,pod,", table[0]);
        Assert.Contains(
            table, row => row.Contains(",80,color,200,armadillo,v1,color-svc-v1-", StringComparison.Ordinal));

        using var data = JsonDocument.Parse(await SavedAsync(grid, "json"));
        Assert.Equal(JsonValueKind.Object, data.RootElement.ValueKind);

        var picture = await SavedAsync(grid, "png");
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], picture[..4]);
        Assert.True(picture.Length > 5_000, $"a picture of {picture.Length} bytes shows little");
    }

    private static async Task<double> CountAsync(GridPage grid) =>
        await grid.ShareAsync("/random", "armadillo", "n") ?? 0;

    private static Task<string> ReadoutAsync(ILocator strip) => strip.Locator("[data-readout-time]").InnerTextAsync();

    private static async Task<string> BandsAsync(ILocator strip) =>
        string.Join(' ', await strip.Locator("path.band").EvaluateAllAsync<string[]>(
            "bands => bands.map(band => band.getAttribute('d'))"));

    private static async Task<byte[]> SavedAsync(GridPage grid, string kind)
    {
        var download = await grid.Page.RunAndWaitForDownloadAsync(
            () => grid.Page.Locator($"[data-export={kind}]").First.ClickAsync());
        Assert.EndsWith($".{kind}", download.SuggestedFilename);
        await using var content = await download.CreateReadStreamAsync();
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private static Task ReadsAsync(ILocator text, string pattern) => Eventually.HoldsAsync(
        async () => Regex.IsMatch(await text.InnerTextAsync(), pattern), pattern);
}
