using System.Collections.Concurrent;
using System.Globalization;
using ColorDemo.Tests;
using Microsoft.Playwright;

namespace ColorDemo.EndToEnd.Tests;

/// <summary>The page in the machine's own Chromium.</summary>
internal sealed class GridPage : IAsyncDisposable
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private GridPage(IPlaywright playwright, IBrowser browser, IPage page)
    {
        _playwright = playwright;
        _browser = browser;
        Page = page;
        page.Request += (_, request) => Requests.Enqueue(request.Url);
        page.Console += (_, message) => Note(message.Type == "error", message.Text);
        page.PageError += (_, error) => Note(true, error);
    }

    public IPage Page { get; }

    /// <summary>Every address that the page has asked for.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>What the page wrote to the console as an error.</summary>
    public List<string> Errors { get; } = [];

    public static async Task<GridPage> OpenAsync(Uri address, ColorScheme scheme = ColorScheme.Dark)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Tools.Chromium, Args = Flags });
        var page = await browser.NewPageAsync(new()
        {
            ColorScheme = scheme,
            ViewportSize = new() { Width = 1920, Height = 1080 },
        });
        var grid = new GridPage(playwright, browser, page);
        await page.GotoAsync(address.ToString());
        return grid;
    }

    /// <summary>The one sentence of a panel on its split.</summary>
    public async Task<string> VerdictAsync(string path)
    {
        var verdict = Panel(path).Locator("[data-verdict-text]");
        return await verdict.CountAsync() > 0 ? await verdict.InnerTextAsync() : "";
    }

    public ILocator Panel(string path) => Page.Locator($"[data-panel='{path}']");

    /// <summary>A number in a row of a panel, in percent or as a count; null while there is no such row.</summary>
    public async Task<double?> ShareAsync(string path, string row, string number)
    {
        var rows = Panel(path).Locator($"[data-share='{row}']");
        return await rows.CountAsync() > 0
            && double.TryParse(
                await rows.First.GetAttributeAsync($"data-{number}"), CultureInfo.InvariantCulture, out var value)
                ? value
                : null;
    }

    /// <summary>How many pixels of the panel's cells are bluish, and how many reddish.</summary>
    public async Task<(int Blue, int Red)> HuesAsync(string path)
    {
        var counts = await Panel(path).Locator("canvas[data-cells]").EvaluateAsync<int[]>("""
            canvas => {
              const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
              let blue = 0, red = 0;
              for (let i = 0; i < pixels.length; i += 4) {
                if (pixels[i + 2] > pixels[i] + 60) blue++;
                if (pixels[i] > pixels[i + 2] + 60) red++;
              }
              return [blue, red];
            }
            """);
        return (counts[0], counts[1]);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private void Note(bool isError, string text)
    {
        if (isError)
        {
            Errors.Add(text);
        }
    }
}
