using ColorDemo.ColorService.Bench;
using Microsoft.Playwright;

namespace ColorDemo.Grid.Bench;

/// <summary>The machine's own Chromium, without a window.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public static async Task<Browser> LaunchAsync()
    {
        var program = Environment.GetEnvironmentVariable("COLORDEMO_CHROMIUM") is { Length: > 0 } given
            ? given
            : Tools.Find("chromium") ?? Tools.Find("google-chrome") ?? Tools.Require("chromium", "chromium");
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Flags }));
    }

    /// <summary>A page that nothing is cached for, nor any page before it has touched.</summary>
    /// <param name="script">Run before anything of the page.</param>
    public async Task<IPage> NewPageAsync(string? script = null, int width = 1920, int height = 1080)
    {
        var page = await _browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = height } });
        page.PageError += (_, error) => Progress.Say($"the page has an error: {error}");
        if (script is not null)
        {
            await page.AddInitScriptAsync(script);
        }

        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
