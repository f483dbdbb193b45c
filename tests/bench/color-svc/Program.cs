using System.CommandLine.Invocation;
using ColorDemo.ColorService.Bench;
using ColorDemo.ColorService.Bench.Micro;

var root = BenchCommand.Create();
root.Add(MicroCommand.Create());

var parsed = root.Parse(args);
if (parsed.Action is ParseErrorAction error)
{
    error.ShowHelp = false; // a page of options would push the message away
}

return await parsed.InvokeAsync(new() { ProcessTerminationTimeout = TimeSpan.FromSeconds(20) });
