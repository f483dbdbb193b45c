using System.CommandLine;
using System.CommandLine.Invocation;
using ColorDemo.ColorService.Bench;
using ColorDemo.Grid.Bench;

var only = new Option<Part[]>("--only")
{
    Description = "Leaves out the rest.",
    HelpName = "page cells reaction host",
    AllowMultipleArgumentsPerToken = true,
};
var rounds = NumberOption.Create("--rounds", 7, 1, 100, "How often the browser does each thing.");
var seconds = NumberOption.Create("--seconds", 10, 2, 600, "Length of each measurement of the host.");
var viewers = NumberOption.Create("--viewers", 500, 1, 2_000, "How many watch one panel.");
var rate = NumberOption.Create("--rate", 2_000, 1, 10_000, "Requests a second of the panel that many watch.");
var host = new Option<DirectoryInfo>("--host")
{
    Description = "A folder with the published host. Default: it is published as its image is.",
    HelpName = "folder",
}.AcceptExistingOnly();
var root = new RootCommand("""
    Measures the grid: how soon the page opens, how it paints 10,000 cells, how soon it says that weights have changed;
    how far viewers are behind, and how many requests a second the host sends.

    The page runs in a Chromium without a window. An nginx answers from memory in the place of a gateway, but for the
    change of weights, which the clusters of color-demo follow. For the sampler, host and nginx have a core each; else
    all share all cores. Needs Linux, Chromium and nginx (Debian: apt-get install chromium nginx-light).
    """);
foreach (var option in (Option[])[only, rounds, seconds, viewers, rate, host])
{
    root.Add(option);
}

root.SetAction((parsed, stop) => Measurement.RunAsync(
    new(parsed.GetValue(only) ?? [], parsed.GetValue(rounds), TimeSpan.FromSeconds(parsed.GetValue(seconds)),
        parsed.GetValue(viewers), parsed.GetValue(rate), parsed.GetValue(host)),
    stop));

var parsed = root.Parse(args);
if (parsed.Action is ParseErrorAction error)
{
    error.ShowHelp = false; // a page of options would push the message away
}

return await parsed.InvokeAsync(new() { ProcessTerminationTimeout = TimeSpan.FromSeconds(20) });
