using System.Globalization;
using ColorDemo.ColorService.Bench;
using Microsoft.Playwright;

namespace ColorDemo.Grid.Bench;

/// <summary>10,000 cells: the painter by itself, driven harder than the page drives it, then the whole page.</summary>
internal static class Painting
{
    private const int Frames = 180;
    private const int Seconds = 3;

    /// <summary>
    /// What the painter is driven with: the canvas, and which part of the cells changes in each frame. Every cell in
    /// every frame is more than the page lets happen, but for the first frame: there the large canvas has no goal.
    /// </summary>
    private static readonly (int Side, double Changing, bool HasGoal)[] Drives =
        [(720, 1, true), (1900, 0.05, true), (1900, 1, false)];

    /// <summary>No such host: the files come from the clone.</summary>
    private const string Origin = "http://cells.invalid";

    /// <summary>Measures each callback of a frame.</summary>
    private const string NoteFrames = """
        const request = window.requestAnimationFrame;
        window.spent = [];
        window.requestAnimationFrame = act => request(now => {
          const from = performance.now();
          act(now);
          window.spent.push(performance.now() - from);
        });
        window.watchFrames = async seconds => {
          window.spent = [];
          const first = await new Promise(request);
          let [count, last] = [0, first];
          for (; last - first < seconds * 1000; count++) last = await new Promise(request);
          const spent = window.spent.sort((a, b) => a - b);
          return [count / (last - first) * 1000, spent[Math.floor(spent.length * 0.95)] ?? 0, count];
        };
        """;

    public static async Task<IReadOnlyList<Row>> MeasureAsync(
        Browser browser, GridHost host, int rounds, CancellationToken stop)
    {
        List<Row> rows = [];
        foreach (var (side, changing, hasGoal) in Drives)
        {
            var what = string.Create(
                CultureInfo.InvariantCulture, $"painter: {changing:P0} of 10,000 cells change, {side} px");
            var measured = new List<Painted>();
            for (var round = 1; round <= rounds; round++)
            {
                stop.ThrowIfCancellationRequested();
                Progress.Say($"{what}: {round} of {rounds}");
                measured.Add(await PaintAsync(browser, side, changing));
            }

            rows.AddRange(
            [
                new($"{what}: frames/s", [.. measured.Select(one => one.FramesPerSecond)], Least: hasGoal ? 60 : null),
                new("- script a frame, p50, ms", [.. measured.Select(one => one.ScriptP50)], 1),
                new("- script a frame, p95, ms", [.. measured.Select(one => one.ScriptP95)], 1,
                    Most: hasGoal ? 4 : null),
            ]);
        }

        return [.. rows, .. await WholePageAsync(browser, host, rounds, stop)];
    }

    private static async Task<Painted> PaintAsync(Browser browser, int side, double changing)
    {
        var page = await browser.NewPageAsync(width: side, height: side);
        await page.RouteAsync($"{Origin}/**", route => route.FulfillAsync(new()
        {
            Path = Repository.PathOf(new Uri(route.Request.Url).AbsolutePath.TrimStart('/')),
        }));
        await page.GotoAsync($"{Origin}/tests/bench/grid/cells.html");
        var painted = await page.EvaluateAsync<Painted>(
            "([frames, side, changing]) => measure({ frames, changing, width: side, height: side })",
            new[] { Frames, side, changing });
        await page.Context.CloseAsync();
        return painted;
    }

    /// <summary>At 10,000 answers a second each cell changes once a second, 170 of them in a frame.</summary>
    private static async Task<IReadOnlyList<Row>> WholePageAsync(
        Browser browser, GridHost host, int rounds, CancellationToken stop)
    {
        var page = await browser.NewPageAsync(NoteFrames);
        await page.GotoAsync(new Uri(host.Address, "?panel=/random,cells=10000,rate=10000").ToString());
        await Task.Delay(TimeSpan.FromSeconds(5), stop); // all cells are filled, and the code is compiled
        var network = await page.Context.NewCDPSessionAsync(page);
        await network.SendAsync("Performance.enable");
        List<double> rates = [], painter = [], script = [];
        for (var round = 1; round <= rounds; round++)
        {
            Progress.Say($"10,000 cells in the page: {round} of {rounds}");
            var before = await ScriptSecondsAsync(network);
            var seen = await page.EvaluateAsync<double[]>("seconds => watchFrames(seconds)", Seconds);
            rates.Add(seen[0]);
            painter.Add(seen[1]);
            script.Add((await ScriptSecondsAsync(network) - before) * 1000 / seen[2]);
        }

        await page.Context.CloseAsync();
        return
        [
            new("page: 10,000 cells, 10,000 requests/s: frames/s", rates, Least: 60),
            new("- script of the painter a frame, p95, ms", painter, 1, Most: 4),
            new("- all script of the page a frame, mean, ms", script, 1),
        ];
    }

    private static async Task<double> ScriptSecondsAsync(ICDPSession session)
    {
        var answer = await session.SendAsync("Performance.getMetrics");
        return answer!.Value.GetProperty("metrics").EnumerateArray()
            .Single(metric => metric.GetProperty("name").GetString() == "ScriptDuration")
            .GetProperty("value").GetDouble();
    }

    /// <summary>What cells.js returns, in milliseconds.</summary>
    private sealed record Painted
    {
        public double FramesPerSecond { get; init; }
        public double ScriptP50 { get; init; }
        public double ScriptP95 { get; init; }
    }
}
