using System.Globalization;
using System.Text.RegularExpressions;
using ColorDemo.ColorService.Bench;
using Microsoft.Playwright;

namespace ColorDemo.Grid.Bench;

/// <summary>From a change of weights to the page's sentence that the old ones are gone.</summary>
internal static partial class Reactions
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Looking = TimeSpan.FromMilliseconds(200);

    /// <summary>Keeps each sentence of the verdict with its time: the machine has one clock.</summary>
    private const string NoteSentences = """
        window.said = [];
        new MutationObserver(() => {
          const text = document.querySelector('[data-verdict-text]')?.textContent;
          if (text && text !== said.at(-1)?.text) said.push({ at: Date.now(), text });
        }).observe(document, { subtree: true, childList: true, characterData: true });
        """;

    /// <param name="most">Seconds that it may take.</param>
    public static async Task<IReadOnlyList<Row>> MeasureAsync(
        Browser browser, GridHost host, Demo demo, int rate, double most, int rounds, CancellationToken stop)
    {
        var page = await browser.NewPageAsync(NoteSentences);
        await page.GotoAsync(new Uri(host.Address, $"?panel=/random,cells=64,rate={rate}").ToString());
        List<double> seconds = [], told = [];
        for (var round = 0; round <= rounds; round++) // the first one lets everybody compile
        {
            Progress.Say($"80/20 becomes 50/50 at {rate:#,0} requests/s: {round} of {rounds}");
            await SayAsync(page, AsDeclared80, 0, stop);
            var began = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
            await demo.DeclareAsync(50, 50, stop);
            var gone = await SayAsync(page, OldGone, began, stop);
            if (round > 0)
            {
                seconds.Add((gone.At - began) / 1000);
                told.AddRange(Told.Match(gone.Text) is { Success: true } match
                    ? [double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)]
                    : Array.Empty<double>());
            }

            await SayAsync(page, AsDeclared50, began, stop);
            await page.EvaluateAsync("() => { said = []; }");
            await demo.DeclareAsync(80, 20, stop);
        }

        await page.Context.CloseAsync();
        return
        [
            new($"80/20 becomes 50/50 at {rate:#,0} requests/s: old ones gone, s", seconds, 2, Most: most),
            new("- as the page itself says, s", told, 2),
        ];
    }

    /// <summary>Waits for the sentence. A few verdicts are wrong and stay so: then the page is loaded again.</summary>
    /// <param name="since">Milliseconds since 1970.</param>
    private static async Task<Sentence> SayAsync(IPage page, Regex wanted, double since, CancellationToken stop)
    {
        var heard = "nothing";
        for (var (began, again) = (DateTimeOffset.UtcNow, false); DateTimeOffset.UtcNow - began < Patience;)
        {
            var said = await page.EvaluateAsync<Sentence[]>("since => said.filter(one => one.at >= since)", since);
            if (said.FirstOrDefault(one => wanted.IsMatch(one.Text)) is { } found)
            {
                return found;
            }

            heard = said.LastOrDefault()?.Text ?? heard;
            if (!again && DateTimeOffset.UtcNow - began > Patience / 2)
            {
                again = true;
                await page.ReloadAsync();
            }

            await Task.Delay(Looking, stop);
        }

        throw new BenchException($"The verdict is not what it should be ({wanted}) but: {heard}");
    }

    [GeneratedRegex(@"as declared \(80 %\)$")]
    private static partial Regex AsDeclared80 { get; }

    [GeneratedRegex(@"as declared \(50 %\)$")]
    private static partial Regex AsDeclared50 { get; }

    /// <summary>Or what it says next, should the old weights have been gone for less than a frame.</summary>
    [GeneratedRegex(@"^no longer the old weights|tell 50 from|\(50 %\)")]
    private static partial Regex OldGone { get; }

    [GeneratedRegex(@"^no longer the old weights, ([\d.]+) s after")]
    private static partial Regex Told { get; }

    private sealed record Sentence
    {
        public double At { get; init; }
        public string Text { get; init; } = "";
    }
}
