using System.CommandLine;
using System.CommandLine.Invocation;
using ColorDemo.ColorService.Bench;
using ColorDemo.Grid.Bench;

var seconds = NumberOption.Create("--seconds", 10, 2, 600, "Length of each measurement.");
var viewers = NumberOption.Create("--viewers", 500, 1, 2_000, "How many watch one panel.");
var rate = NumberOption.Create("--rate", 2_000, 1, 10_000, "Requests a second of the panel that many watch.");
var root = new RootCommand("""
    Measures the grid's host: how many requests a second its sampler sends, and how far viewers are behind.

    An nginx answers from memory in the place of a gateway. For the sampler, host and nginx have a core each; for the
    viewers all share all cores. Needs Linux and nginx (Debian: apt-get install nginx-light).
    """);
foreach (var option in (Option[])[seconds, viewers, rate])
{
    root.Add(option);
}

root.SetAction((parsed, stop) => Measurement.RunAsync(
    TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(viewers), parsed.GetValue(rate), stop));

var parsed = root.Parse(args);
if (parsed.Action is ParseErrorAction error)
{
    error.ShowHelp = false; // a page of options would push the message away
}

return await parsed.InvokeAsync();
