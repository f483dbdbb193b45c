using ColorDemo.ColorService.Bench;
using Microsoft.Playwright;

namespace ColorDemo.Grid.Bench;

/// <summary>Opens the page as somebody does who was never there.</summary>
internal static class Openings
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Notes when a canvas first bears an answer, in milliseconds since the navigation began.</summary>
    private const string NoteFirstCells = """
        new MutationObserver((_, observer) => {
          if ([...document.querySelectorAll('canvas')].some(one => one.dataset.painted > 0)) {
            window.firstCells = performance.now();
            observer.disconnect();
          }
        }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-painted'] });
        """;

    public static async Task<IReadOnlyList<Row>> MeasureAsync(
        Browser browser, GridHost host, int rounds, CancellationToken stop)
    {
        await OpenAsync(browser, host.Address, stop); // the host compiles what it runs
        List<Opening> openings = [];
        for (var round = 1; round <= rounds; round++)
        {
            Progress.Say($"opening the page: {round} of {rounds}");
            openings.Add(await OpenAsync(browser, host.Address, stop));
        }

        var (last, plain) = (openings[^1], string.Join(" ", openings[^1].Plain));
        Progress.Say($"{last.Requests} files, not compressed: {(plain.Length > 0 ? plain : "none")}");
        return
        [
            new("opening: until the first cells, s", [.. openings.Select(one => one.Seconds)], 2, Most: 1.5),
            new("opening: transfer, MB (10^6 bytes)", [.. openings.Select(one => one.Bytes / 1e6)], 3, Most: 2.4),
            new("opening: files", [.. openings.Select(one => (double)one.Requests)]),
            new("opening: files not sent as br", [.. openings.Select(one => (double)one.Plain.Count)]),
        ];
    }

    private static async Task<Opening> OpenAsync(Browser browser, Uri address, CancellationToken stop)
    {
        var page = await browser.NewPageAsync(NoteFirstCells);
        var network = await page.Context.NewCDPSessionAsync(page);
        var (gate, bytes, requests, plain) = (new Lock(), 0.0, 0, new List<string>());
        network.Event("Network.responseReceived").OnEvent += (_, message) =>
        {
            var response = message!.Value.GetProperty("response");
            var encodings = response.GetProperty("headers").EnumerateObject()
                .Where(header => header.Name.Equals("content-encoding", StringComparison.OrdinalIgnoreCase));
            lock (gate)
            {
                requests++;
                if (!encodings.Any(header => header.Value.GetString() == "br"))
                {
                    plain.Add(new Uri(response.GetProperty("url").GetString()!).AbsolutePath);
                }
            }
        };
        network.Event("Network.loadingFinished").OnEvent += (_, message) =>
        {
            lock (gate)
            {
                bytes += message!.Value.GetProperty("encodedDataLength").GetDouble();
            }
        };
        await network.SendAsync("Network.enable");
        await page.GotoAsync(address.ToString());
        var first = await FirstCellsAsync(page, stop);
        await page.Context.CloseAsync();
        lock (gate)
        {
            return new(first / 1000, bytes, requests, plain);
        }
    }

    private static async Task<double> FirstCellsAsync(IPage page, CancellationToken stop)
    {
        for (var began = DateTimeOffset.UtcNow; DateTimeOffset.UtcNow - began < Patience;)
        {
            if (await page.EvaluateAsync<double?>("() => window.firstCells ?? null") is { } first)
            {
                await Task.Delay(TimeSpan.FromSeconds(0.5), stop); // what comes last is counted as well
                return first;
            }

            await Task.Delay(TimeSpan.FromSeconds(0.2), stop);
        }

        throw new BenchException($"The page shows no cell within {Patience.TotalSeconds} s.");
    }

    /// <param name="Bytes">Of the answers on the wire, their headers included.</param>
    /// <param name="Plain">What came without compression.</param>
    private sealed record Opening(double Seconds, double Bytes, int Requests, IReadOnlyList<string> Plain);
}
